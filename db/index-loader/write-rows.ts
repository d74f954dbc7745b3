import { type ScalarColumn, type SideColumn, writeNumbers, writeValue } from '#lib/engine/columns.ts';
import { noteAccount } from '#lib/engine/child-rows.ts';
import { appendRow, ordinalOf, setLive, type Store, type Table, type TableName } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { type BlockColumn, type RowBlock, type SideRow, termsAfter } from './read-rows.ts';
import type { TablePlan } from './table-plan.ts';

/** Rows that all come after the last one and are live: what a first load reads most. Null when they are not. */
function placeNewRows(table: Table, account: Table, { ids, live, accounts }: RowBlock): Int32Array | null {
  const { used, byAccount } = table;
  const last = used === 0 ? 0 : table.ids[used - 1]!;
  const count = ids.length;
  const isNew = count > 1 && ids[0]! > last && used + count <= table.capacity && !byAccount;
  if (!isNew || ids[count - 1]! >= table.ordinals.length || live.includes(0)) return null;
  const ordinals = new Int32Array(count);
  const known = account.ordinals;
  const places = table.ordinals;
  const { words } = table.live;
  for (let index = 0; index < count; index++) {
    const ordinal = used + index;
    ordinals[index] = ordinal;
    places[ids[index]! | 0] = ordinal;
    words[ordinal >>> 5]! |= 1 << (ordinal & 31);
  }
  table.ids.set(ids, used);
  const owners = table.accounts.subarray(used, used + count);
  for (let index = 0; index < count; index++) {
    const owner = accounts[index]!;
    // A missing account is NaN, and no place.
    owners[index] = owner >= 0 && owner < known.length ? known[owner | 0]! : -1;
  }
  table.used += count;
  return ordinals;
}

/** Writes rows into their places, new ones at the end. Returns the ordinals, or null when there is no room left. */
export function placeRows(store: Store, name: TableName, block: RowBlock): Int32Array | null {
  const table = store.tables[name];
  const { account } = store.tables;
  const appended = placeNewRows(table, account, block);
  if (appended) return appended;
  const ordinals = new Int32Array(block.ids.length);
  for (let index = 0; index < ordinals.length; index++) {
    const id = block.ids[index]!;
    const known = ordinalOf(table, id);
    const ordinal = known >= 0 ? known : appendRow(table, id);
    if (ordinal < 0) return null;
    ordinals[index] = ordinal;
    setLive(table, ordinal, block.live[index] === 1);
    const owner = block.accounts[index]!;
    table.accounts[ordinal] = Number.isNaN(owner) ? -1 : ordinalOf(account, owner);
    noteAccount(table, ordinal);
  }
  return ordinals;
}

export function writeColumn(column: ScalarColumn, ordinals: Int32Array, values: BlockColumn): void {
  const first = ordinals[0] ?? 0;
  const isRun = ordinals.length > 1 && ordinals.at(-1) === first + ordinals.length - 1;
  if (isRun && values instanceof Float64Array) {
    writeNumbers(column, first, values);
    return;
  }
  for (let index = 0; index < ordinals.length; index++) {
    const value = values?.[index] ?? null;
    writeValue(column, ordinals[index] ?? 0, Number.isNaN(value) ? null : value);
  }
}

export function writeBlock(store: Store, plan: TablePlan, block: RowBlock): Int32Array | null {
  const { columns } = store.tables[plan.name];
  const ordinals = placeRows(store, plan.name, block);
  if (!ordinals) return null;
  plan.columns.forEach(({ key }, place) => {
    const column = columns.get(key);
    if (column && column.kind !== 'side') writeColumn(column, ordinals, block.columns[place] ?? null);
  });
  return ordinals;
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
