import {
  int32s,
  type MissingArrays,
  missingColumn,
  padded,
  type ScalarColumn,
  scalarColumn,
  sideColumn,
} from '#lib/engine/columns.ts';
import { addLadder, dateOrder, type Postings, postingsOf } from '#lib/engine/postings.ts';
import { sortedRows } from '#lib/engine/sorted-rows.ts';
import { emptyTable, type Store, type Table, type TableName } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { type BlockColumn, countSideRows, rowBlocks, storedSideRows, tableExtent } from './read-rows.ts';
import type { PlannedSide, TablePlan } from './table-plan.ts';
import { addTerms, placeRows, writeColumn, writeSideRow } from './write-rows.ts';

/** Columns of which single codes are asked most: their rows are kept grouped by code. */
const posted = new Set([
  ...['account.industry', 'account.subIndustry', 'account.country', 'account.state', 'account.status'],
  ...['technology.name', 'technology.category', 'signal.type', 'signal.topic'],
  ...['contact.jobFunction', 'contact.seniority', 'contact.persona', 'activity.type', 'opportunity.stage'],
]);

/** Numbers that ranges are asked of most. */
const ranged = new Set([
  ...['account.employees', 'account.revenue', 'account.growthRate', 'account.foundedYear', 'account.score'],
]);

/** The date that windows of these rows look at. */
const windowFields: Partial<Record<TableName, string>> = {
  signal: 'signal.occurredAt',
  activity: 'activity.occurredAt',
};

const SIDE_ROWS = 5_000;

function isMissing(values: BlockColumn): boolean {
  return values instanceof Float64Array
    ? values.every((value) => Number.isNaN(value))
    : values.every((value) => value === null);
}

function noRoom(): never {
  throw new Error('Rows were added while the index was read.');
}

function* loadSide(
  connection: Connection,
  store: Store,
  name: TableName,
  plan: PlannedSide,
): Generator<void> {
  const table = store.tables[name];
  const rows = countSideRows(connection, plan, store.loadedAt);
  const side = sideColumn(plan.kind, plan.isInterval, padded(rows + Math.max(1024, rows >>> 5)));
  let read = 0;
  for (const row of storedSideRows(connection, plan, store.loadedAt)) {
    if (!writeSideRow(table, side, row)) noRoom();
    read += 1;
    if (read % SIDE_ROWS === 0) yield;
  }
  table.columns.set(plan.key, side);
}

function ownersIn(rows: Int32Array, accounts: Int32Array): Int32Array {
  const owners = int32s(rows.length);
  for (let place = 0; place < rows.length; place++) owners[place] = accounts[rows[place]!]!;
  return owners;
}

/** Groups rows by the codes that are asked most, in the order of the date that windows look at. */
function* groupRows(table: Table, name: TableName): Generator<void> {
  const dateField = windowFields[name];
  const dates = dateField === undefined ? undefined : table.columns.get(dateField);
  const order = dates?.kind === 'number' ? dateOrder(dates.values, table.used) : null;
  const withDates = (postings: Postings) =>
    dateField !== undefined && dates?.kind === 'number'
      ? addLadder(postings, dateField, dates.values)
      : postings;
  if (dateField !== undefined) {
    table.postings.set('', withDates(postingsOf(new Int32Array(table.used), table.used, order)));
    yield;
  }
  for (const key of posted) {
    const column = table.columns.get(key);
    if (column?.kind !== 'code') continue;
    const postings = withDates(postingsOf(column.codes, table.used, order));
    if (key === 'technology.name') postings.owners = ownersIn(postings.rows, table.accounts);
    table.postings.set(key, postings);
    yield;
  }
}

function* loadTable(connection: Connection, store: Store, plan: TablePlan): Generator<void> {
  const { rows, lastId } = tableExtent(connection, plan);
  const table = emptyTable(rows, lastId);
  store.tables[plan.name] = table;
  const columns: (ScalarColumn | null)[] = plan.columns.map(() => null);
  for (const block of rowBlocks(connection, plan)) {
    const ordinals = placeRows(store, plan.name, block);
    if (!ordinals) noRoom();
    plan.columns.forEach(({ kind }, place) => {
      const values = block.columns[place] ?? [];
      if (!columns[place] && isMissing(values)) return;
      columns[place] ??= scalarColumn(kind, table.capacity);
      writeColumn(columns[place], ordinals, values);
    });
    yield;
  }
  const missing: MissingArrays = {};
  plan.columns.forEach(({ key, kind }, place) => {
    table.columns.set(key, columns[place] ?? missingColumn(kind, table.capacity, missing));
  });
  for (const side of plan.sides) yield* loadSide(connection, store, plan.name, side);
  yield* groupRows(table, plan.name);
  for (const key of ranged) {
    const column = table.columns.get(key);
    if (column?.kind !== 'number') continue;
    table.sorted.set(key, sortedRows(column.values, table.used));
    yield;
  }
}

/**
 * Reads everything that rules ask about the present into columns, in small steps: run it to its end within one read
 * transaction. `now` (epoch ms): intervals that have ended by then are left out.
 */
export function* loadStore(
  connection: Connection,
  plans: readonly TablePlan[],
  now: number,
): Generator<void, Store> {
  const nothing = () => emptyTable(0, 0);
  const store: Store = {
    tables: {
      account: nothing(),
      contact: nothing(),
      technology: nothing(),
      signal: nothing(),
      opportunity: nothing(),
      activity: nothing(),
    },
    dictionaries: new Map(),
    lastTermId: 0,
    loadedAt: now,
  };
  addTerms(connection, store);
  for (const plan of plans) yield* loadTable(connection, store, plan);
  return store;
}
