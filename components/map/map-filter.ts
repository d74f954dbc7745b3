import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import { mapFlags } from '#lib/shared/plan-map-shapes.ts';
import type { RowSelection } from '#components/table/selection.ts';
import type { MapData } from './map-data.ts';

/** What the planner's address asks for, as far as a map can show it. */
export type MapFilter = {
  /** A territory's public id, `unassigned`, or all. */
  territory: string | null;
  rep: string | null;
  changes: boolean;
  locked: boolean;
  /** Only accounts recorded in this state. */
  state: string | null;
};

/** 1 for every account that passes the filter. */
export function shownAccounts(data: MapData, filter: MapFilter): Uint8Array<ArrayBuffer> {
  const { territoriesAfter, holdersAfter, holdersBefore, flags } = data;
  const placeIn = (list: readonly { id: string }[], id: string | null) =>
    id === null ? -1 : list.findIndex((item) => item.id === id) + 1 || Infinity;
  const territory = filter.territory === 'unassigned' ? 0 : placeIn(data.territories, filter.territory);
  const rep = placeIn(data.holders, filter.rep);
  const wanted = (filter.changes ? mapFlags.changes : 0) | (filter.locked ? mapFlags.locked : 0);
  const state = filter.state === null ? -1 : data.regionCodes.indexOf(filter.state) + 1 || Infinity;
  const shown = new Uint8Array(data.accounts);
  for (let at = 0; at < shown.length; at++) {
    if (state >= 0 && data.regions[at] !== state) continue;
    if (territory >= 0 && territoriesAfter[at] !== territory) continue;
    if (rep >= 0 && holdersAfter[at] !== rep && holdersBefore[at] !== rep) continue;
    if (((flags[at] ?? 0) & wanted) === wanted) shown[at] = 1;
  }
  return shown;
}

/** Selections that were made here, so that tens of thousands of ids need not be read back. */
const masks = new WeakMap<RowSelection, { data: MapData; mask: Uint8Array<ArrayBuffer> }>();

/** 1 for every account that the planner's selection names one by one. */
export function selectedAccounts(data: MapData, selection: RowSelection): Uint8Array<ArrayBuffer> {
  const known = masks.get(selection);
  if (known?.data === data) return known.mask;
  const mask = new Uint8Array(data.accounts);
  if (selection.mode === 'all' || selection.ids.length === 0) return mask;
  const wanted = new Set(selection.ids.map((id) => parsePublicId('account', id)));
  for (let at = 0; at < mask.length; at++) if (wanted.has(data.ids[at] ?? 0)) mask[at] = 1;
  return mask;
}

/** Accounts by their place in the columns → a selection that lists and bulk actions understand. */
export function selectionOf(data: MapData, chosen: Uint8Array<ArrayBuffer>): RowSelection {
  const ids: string[] = [];
  for (let at = 0; at < chosen.length; at++) {
    if (chosen[at] === 1) ids.push(toPublicId('account', data.ids[at] ?? 0));
  }
  const selection: RowSelection = { mode: 'some', ids };
  masks.set(selection, { data, mask: chosen });
  return selection;
}

/** How a gesture changes what is chosen: instead of it, on top of it, or taken from it. */
export type SelectMode = 'replace' | 'add' | 'remove';

/** What is chosen after a gesture over some accounts; only shown ones take part. */
export function choose(
  chosen: Uint8Array,
  shown: Uint8Array,
  accounts: Iterable<number>,
  mode: SelectMode,
): Uint8Array<ArrayBuffer> {
  const next = mode === 'replace' ? new Uint8Array(chosen.length) : Uint8Array.from(chosen);
  for (const at of accounts) if (shown[at] === 1) next[at] = mode === 'remove' ? 0 : 1;
  return next;
}
