/**
 * Which rows are chosen: named ones, or everything that matches except named ones (so "select all 4,312" needs no ids).
 * Plain data, ready to be sent to a bulk action.
 */
export type RowSelection = { mode: 'some'; ids: string[] } | { mode: 'all'; except: string[] };

export const NOTHING_SELECTED: RowSelection = { mode: 'some', ids: [] };

/** A fast membership test for one selection. */
export function selectionTest(selection: RowSelection): (id: string) => boolean {
  const named = new Set(selection.mode === 'some' ? selection.ids : selection.except);
  return selection.mode === 'some' ? (id) => named.has(id) : (id) => !named.has(id);
}

/** How many rows are chosen, given how many match in all. */
export function selectedCount(selection: RowSelection, matching: number): number {
  return selection.mode === 'some' ? selection.ids.length : Math.max(0, matching - selection.except.length);
}

/** Chooses or releases rows. */
export function setSelected(selection: RowSelection, ids: readonly string[], on: boolean): RowSelection {
  const named = new Set(selection.mode === 'some' ? selection.ids : selection.except);
  const add = selection.mode === 'some' ? on : !on;
  for (const id of ids) {
    if (add) named.add(id);
    else named.delete(id);
  }
  return selection.mode === 'some' ? { mode: 'some', ids: [...named] } : { mode: 'all', except: [...named] };
}

/** Turns one row over. */
export function toggleSelected(selection: RowSelection, id: string): RowSelection {
  return setSelected(selection, [id], !selectionTest(selection)(id));
}

/** Gives every row from the anchor to `id`, in shown order, the anchor's state; without a known anchor turns `id` over. */
export function selectRange(
  selection: RowSelection,
  shownIds: readonly string[],
  anchorId: string | null,
  id: string,
): RowSelection {
  const from = anchorId === null ? -1 : shownIds.indexOf(anchorId);
  const to = shownIds.indexOf(id);
  if (from < 0 || to < 0) return toggleSelected(selection, id);
  const range = shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  return setSelected(selection, range, selectionTest(selection)(anchorId as string));
}
