import { accountRowsOf } from '#lib/engine/child-rows.ts';
import {
  type Column,
  type MissingArrays,
  missingColumn,
  padded,
  type ScalarColumn,
  type SideColumn,
  scalarColumn,
  sideColumn,
} from '#lib/engine/columns.ts';
import type { Postings } from '#lib/engine/postings.ts';
import type { SortedRows } from '#lib/engine/sorted-rows.ts';
import { emptyTable, type Store, type Table, type TableName } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { groupRows, sortRanges } from './group-rows.ts';
import { countSideRows, type RowBlock, rowBlocks, storedSideRows, tableExtent } from './read-rows.ts';
import type { PlannedColumn, PlannedSide, TablePlan } from './table-plan.ts';
import { placeRows, writeColumn, writeSideRow } from './write-rows.ts';

const SIDE_ROWS = 5_000;

function noRoom(): never {
  throw new Error('Rows were added while the index was read.');
}

function* loadSide(
  connection: Connection,
  store: Store,
  name: TableName,
  plan: PlannedSide,
): Generator<void, SideColumn> {
  const table = store.tables[name];
  const rows = countSideRows(connection, plan, store.loadedAt);
  const side = sideColumn(plan.kind, plan.isInterval, padded(rows + Math.max(1024, rows >>> 5)));
  let read = 0;
  for (const row of storedSideRows(connection, plan, store.loadedAt)) {
    if (!writeSideRow(table, side, row)) noRoom();
    read += 1;
    if (read % SIDE_ROWS === 0) yield;
  }
  return side;
}

/** Where the rows of a block lie, and whether their accounts have to be known for that. */
type Placing = { hasAccounts: boolean; ordinalsOf: (block: RowBlock) => Int32Array };

/** Reads columns, those that are missing in all rows as one. */
function* loadColumns(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
  capacity: number,
  { hasAccounts, ordinalsOf }: Placing,
): Generator<void, Map<string, Column>> {
  const columns: (ScalarColumn | null)[] = planned.map(() => null);
  for (const block of rowBlocks(connection, plan, planned, hasAccounts)) {
    const ordinals = ordinalsOf(block);
    planned.forEach(({ kind }, place) => {
      const values = block.columns[place];
      if (!values) return;
      columns[place] ??= scalarColumn(kind, capacity);
      writeColumn(columns[place], ordinals, values);
    });
    yield;
  }
  const missing: MissingArrays = {};
  return new Map(
    planned.map(({ key, kind }, place) => [key, columns[place] ?? missingColumn(kind, capacity, missing)]),
  );
}

/** Reads the columns of a table that are asked most, and groups its rows. Accounts have to be there first. */
export function* loadTable(connection: Connection, store: Store, plan: TablePlan): Generator<void> {
  const { rows, lastId } = tableExtent(connection, plan);
  const table = emptyTable(rows, lastId);
  store.tables[plan.name] = table;
  const core = plan.columns.filter(({ isCore }) => isCore);
  table.columns = yield* loadColumns(connection, plan, core, table.capacity, {
    hasAccounts: true,
    ordinalsOf: (block) => placeRows(store, plan.name, block) ?? noRoom(),
  });
  table.postings = yield* groupRows(table, plan.name, table.columns);
}

function ordinalsIn({ ordinals }: Table, ids: Float64Array): Int32Array {
  const found = new Int32Array(ids.length);
  for (let index = 0; index < found.length; index++) found[index] = ordinals[ids[index]! | 0]!;
  return found;
}

/** Columns that were read after the others, to be put in by `addLaterColumns`. */
export type LaterColumns = {
  name: TableName;
  columns: Map<string, Column>;
  postings: Map<string, Postings>;
  sorted: Map<string, SortedRows>;
};

/**
 * Reads what is not asked so often, in small steps and in the read transaction of `loadCore`. The store may answer and
 * be patched meanwhile: nothing of it is written.
 */
export function* loadLater(
  connection: Connection,
  store: Store,
  plans: readonly TablePlan[],
): Generator<void, LaterColumns[]> {
  const found: LaterColumns[] = [];
  for (const plan of plans) {
    const { name } = plan;
    const table = store.tables[name];
    const later = plan.columns.filter(({ isCore }) => !isCore);
    const columns = yield* loadColumns(connection, plan, later, table.capacity, {
      hasAccounts: false,
      ordinalsOf: ({ ids }) => ordinalsIn(table, ids),
    });
    for (const side of plan.sides) columns.set(side.key, yield* loadSide(connection, store, name, side));
    const postings = yield* groupRows(table, name, columns);
    const sorted = yield* sortRanges(table);
    accountRowsOf(table);
    yield;
    found.push({ name, columns, postings, sorted });
  }
  return found;
}

/** Puts columns in. Rows that changed since they were read (`loose`) have to be patched once more. */
export function addLaterColumns(store: Store, later: readonly LaterColumns[]): void {
  for (const { name, columns, postings, sorted } of later) {
    const table = store.tables[name];
    for (const [key, column] of columns) table.columns.set(key, column);
    for (const [key, rows] of postings) table.postings.set(key, rows);
    for (const [key, rows] of sorted) table.sorted.set(key, rows);
  }
}

/** A store without any rows. */
export function emptyStore(now: number): Store {
  const nothing = () => emptyTable(0, 0);
  return {
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
}
