import type { ViewState } from '#components/accounts/saved-views.tsx';

/** What the API and a saved view know of the address. */
const stateKeys = ['rep', 'show', 'customers', 'doNotContact', 'tier', 'q'];

/** The part of an address that a saved view keeps. */
export function stateOf(params: URLSearchParams): ViewState {
  return Object.fromEntries(
    stateKeys.flatMap((key) => {
      const value = params.get(key);
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** The query string that asks the API for the same list. */
export function queryOf(params: URLSearchParams): string {
  return new URLSearchParams(Object.entries(stateOf(params)) as [string, string][]).toString();
}
