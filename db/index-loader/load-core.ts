import type { Store, Table, TableName } from '#lib/engine/store.ts';
import type { Connection } from '../client.ts';
import { addLaterColumns, emptyStore, loadLater, loadTable } from './load-store.ts';
import { tableExtent } from './read-rows.ts';
import type { TablePlan } from './table-plan.ts';
import { addTerms } from './write-rows.ts';

/** Which of two readers takes a table: the first that asks. In shared memory, a place a table. */
export type Claims = Int32Array<SharedArrayBuffer>;

/** A second thread that reads tables in the same state of the data. */
export type OtherReader = {
  claims: Claims;
  /** What it has read once nothing is left to claim; null when it failed. */
  tables: Promise<ReadonlyMap<TableName, Table> | null>;
};

export function newClaims(plans: readonly TablePlan[]): Claims {
  return new Int32Array(new SharedArrayBuffer(plans.length * Int32Array.BYTES_PER_ELEMENT));
}

/** What can be read once there are accounts, the most rows first, so that two readers end at nearly the same time. */
function byRows(connection: Connection, plans: readonly TablePlan[]): TablePlan[] {
  const rows = new Map(plans.map((plan) => [plan, tableExtent(connection, plan).rows]));
  return plans
    .filter(({ name }) => name !== 'account')
    .sort((a, b) => (rows.get(b) ?? 0) - (rows.get(a) ?? 0));
}

function isMine(plans: readonly TablePlan[], plan: TablePlan, claims: Claims): boolean {
  return Atomics.compareExchange(claims, plans.indexOf(plan), 0, 1) === 0;
}

/** Waits for a promise between two steps. */
function* waitFor<T>(promise: Promise<T>): Generator<Promise<void>, T | null> {
  let found: T | null = null;
  yield promise.then((value) => {
    found = value;
  });
  return found;
}

/**
 * Reads what rules ask most about the present into columns, in small steps: run it to its end within one read
 * transaction, waiting for each promise. `now` (epoch ms): intervals that have ended by then are left out.
 */
export function* loadCore(
  connection: Connection,
  plans: readonly TablePlan[],
  now: number,
  other: OtherReader | null,
): Generator<void | Promise<void>, Store> {
  const store = emptyStore(now);
  addTerms(connection, store);
  const elsewhere: TablePlan[] = [];
  for (const plan of plans.filter(({ name }) => name === 'account')) {
    yield* loadTable(connection, store, plan);
  }
  for (const plan of byRows(connection, plans)) {
    if (!other || isMine(plans, plan, other.claims)) yield* loadTable(connection, store, plan);
    else elsewhere.push(plan);
  }
  const found = other && elsewhere.length > 0 ? yield* waitFor(other.tables) : null;
  for (const plan of elsewhere) {
    const table = found?.get(plan.name);
    if (table) store.tables[plan.name] = table;
    else yield* loadTable(connection, store, plan);
  }
  return store;
}

/** The part of `loadCore` that a second thread takes: whatever the first one has not claimed. */
export function readClaimed(
  connection: Connection,
  plans: readonly TablePlan[],
  now: number,
  claims: Claims,
): Map<TableName, Table> {
  const store = emptyStore(now);
  const read = (plan: TablePlan) => {
    const steps = loadTable(connection, store, plan);
    while (!steps.next().done);
  };
  // Rows name their account by its place; what else is known of it the first thread reads.
  for (const plan of plans) if (plan.name === 'account') read({ ...plan, columns: [] });
  const tables = new Map<TableName, Table>();
  for (const plan of byRows(connection, plans)) {
    if (!isMine(plans, plan, claims)) continue;
    read(plan);
    tables.set(plan.name, store.tables[plan.name]);
  }
  return tables;
}

/** Reads everything in one thread. */
export function* loadStore(
  connection: Connection,
  plans: readonly TablePlan[],
  now: number,
): Generator<void | Promise<void>, Store> {
  const store = yield* loadCore(connection, plans, now, null);
  addLaterColumns(store, yield* loadLater(connection, store, plans));
  return store;
}
