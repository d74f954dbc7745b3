import type { DataColumn } from '#components/table/columns.ts';
import { storedLayoutText } from '#components/table/layout-address.ts';
import { COLUMNS_KEY } from '#components/table/use-address-layout.ts';
import type { SavedView } from '#lib/shared/view-shapes.ts';

export type ViewState = SavedView['state'];

/** Keys of the address that do not belong to a saved view. */
export const notViewState: ReadonlySet<string> = new Set(['view', 'peek', 'why']);

/** What a page shows, as a view keeps it: every key of its address with its values. */
export function viewStateOf(params: URLSearchParams): ViewState {
  const keys = [...new Set(params.keys())].filter((key) => !notViewState.has(key));
  return Object.fromEntries(keys.map((key) => [key, params.getAll(key)]));
}

/** The address that shows a view; without an id, its state alone. */
export function viewAddress<Row>(
  viewId: string | null,
  state: ViewState,
  columns: readonly DataColumn<Row>[],
): URLSearchParams {
  const next = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (key === 'layout') {
      const text = storedLayoutText(value, columns);
      if (text !== null) next.set(COLUMNS_KEY, text);
      continue;
    }
    for (const one of Array.isArray(value) ? value : [value]) next.append(key, String(one));
  }
  if (viewId !== null) next.set('view', viewId);
  return next;
}
