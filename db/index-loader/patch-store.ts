import { sideRowsOf } from '#lib/engine/side-rows.ts';
import { setLive, ordinalOf, type Store } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { readRow, storedSideRows } from './read-rows.ts';
import type { TablePlan } from './table-plan.ts';
import { addTerms, writeBlock, writeSideRow } from './write-rows.ts';

/** Rows that changed one by one are scanned beside the postings; past this many a fresh load is cheaper. */
const MOST_LOOSE = 20_000;

/**
 * Brings one row up to date with the database. False when the store cannot take it (no room left, or an id before the
 * last): then it has to be loaded anew.
 */
export function patchRow(connection: Connection, store: Store, plan: TablePlan, id: number): boolean {
  const table = store.tables[plan.name];
  addTerms(connection, store);
  const block = readRow(connection, plan, id);
  if (block.ids.length === 0) {
    const gone = ordinalOf(table, id);
    if (gone >= 0) setLive(table, gone, false);
    return true;
  }
  const [ordinal] = writeBlock(store, plan, block) ?? [];
  if (ordinal === undefined || table.loose.size >= MOST_LOOSE) return false;
  table.loose.add(ordinal);
  for (const planned of plan.sides) {
    const side = table.columns.get(planned.key);
    if (side?.kind !== 'side') continue;
    for (const row of sideRowsOf(side, ordinal)) side.owners[row] = -1;
    for (const row of storedSideRows(connection, planned, store.loadedAt, id)) {
      if (!writeSideRow(table, side, row)) return false;
    }
  }
  return true;
}
