import { type Column, type SideColumn, writeValue } from '#lib/engine/columns.ts';
import { noteAccount } from '#lib/engine/child-rows.ts';
import { appendRow, ordinalOf, setLive, type Store, type Table } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { type RowBlock, type SideRow, termsAfter } from './read-rows.ts';
import type { TablePlan } from './table-plan.ts';

/** Writes rows into their places, new ones at the end. Returns the ordinals, or null when there is no room left. */
export function writeBlock(store: Store, plan: TablePlan, block: RowBlock): number[] | null {
  const table = store.tables[plan.name];
  const columns = plan.columns.map(({ key }) => table.columns.get(key));
  const ordinals: number[] = [];
  for (let index = 0; index < block.ids.length; index++) {
    const id = block.ids[index] ?? 0;
    const known = ordinalOf(table, id);
    const ordinal = known >= 0 ? known : appendRow(table, id);
    if (ordinal < 0) return null;
    ordinals.push(ordinal);
    setLive(table, ordinal, block.live[index] === 1);
    const account = block.accounts[index];
    table.accounts[ordinal] =
      account === null || account === undefined ? -1 : ordinalOf(store.tables.account, account);
    noteAccount(table, ordinal);
  }
  columns.forEach((column, place) => writeColumn(column, ordinals, block.columns[place] ?? []));
  return ordinals;
}

function writeColumn(
  column: Column | undefined,
  ordinals: number[],
  values: RowBlock['columns'][number],
): void {
  if (!column || column.kind === 'side') return;
  for (let index = 0; index < ordinals.length; index++) {
    writeValue(column, ordinals[index] ?? 0, values[index] ?? null);
  }
}

/** Appends one value of a record; false when there is no room left. Values of unknown records are passed over. */
export function writeSideRow(table: Table, side: SideColumn, [owner, value, from, to]: SideRow): boolean {
  const ordinal = ordinalOf(table, owner);
  if (ordinal < 0) return true;
  if (side.used >= side.owners.length) return false;
  const row = side.used;
  side.used += 1;
  side.owners[row] = ordinal;
  writeValue(side.value, row, value);
  if (side.span) {
    side.span.from[row] = from ?? Number.NEGATIVE_INFINITY;
    side.span.to[row] = to ?? Number.POSITIVE_INFINITY;
  }
  return true;
}

/** Reads terms that are not known yet. */
export function addTerms(connection: Connection, store: Store): void {
  for (const [id, field, folded] of termsAfter(connection, store.lastTermId)) {
    const dictionary = store.dictionaries.get(field) ?? { ids: [], folded: [] };
    dictionary.ids.push(id);
    dictionary.folded.push(folded);
    store.dictionaries.set(field, dictionary);
    store.lastTermId = id;
  }
}
