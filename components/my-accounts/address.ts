import { COLUMNS_KEY } from '#components/table/use-address-layout.ts';
import type { ViewState } from '#components/accounts/view-address.ts';

/** What the API knows of the address; a saved view also keeps the columns. */
const queryKeys = ['rep', 'show', 'customers', 'doNotContact', 'tier', 'q'];
const stateKeys = [...queryKeys, COLUMNS_KEY];

/** The part of an address that a saved view keeps. */
export function stateOf(params: URLSearchParams): ViewState {
  return read(params, stateKeys);
}

function read(params: URLSearchParams, keys: string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = params.get(key);
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** The query string that asks the API for the same list. */
export function queryOf(params: URLSearchParams): string {
  return new URLSearchParams(read(params, queryKeys)).toString();
}
