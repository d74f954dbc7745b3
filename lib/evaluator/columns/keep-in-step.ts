import type { Connection } from '#db/client.ts';
import { addLaterColumns } from '#db/index-loader/load-store.ts';
import { patchRow } from '#db/index-loader/patch-store.ts';
import { type ChangeRow, changesAfter, lastRowIds } from '#db/queries/preview/data-version.ts';
import { ordinalOf, type Store, type TableName } from '#lib/engine/store.ts';
import { type ColumnIndex, type IndexKeeper, mayLag, putAway } from './index-keeper.ts';
import { dropMoved, sortedBy } from './orders.ts';
import type { PatchedRow } from './patched-row.ts';
import type { Snapshot } from './snapshots.ts';

const tables: readonly string[] = [
  'account',
  'contact',
  'technology',
  'signal',
  'opportunity',
  'activity',
] satisfies TableName[];

/** Kinds of record that no column is made from, whatever happens to them. */
const elsewhere: readonly string[] = [
  ...['user', 'token', 'view', 'note', 'nextStep', 'snooze', 'job', 'audit', 'workspace', 'plan', 'product'],
  ...['segment', 'segmentDraft', 'segmentRefresh', 'segmentMember'],
];

/** Past this many records a fresh load is cheaper. */
const MOST_ROWS = 500;

function isOneRow({ entity, recordId, op }: ChangeRow): boolean {
  if (recordId === null || !tables.includes(entity)) return false;
  // What hangs on a deleted account or contact goes with it, without changes of its own.
  return op !== 'delete' || (entity !== 'account' && entity !== 'contact');
}

function accountsOf(store: Store, entity: TableName, id: number): number[] {
  const table = store.tables[entity];
  const ordinal = ordinalOf(table, id);
  if (ordinal < 0) return [];
  const account = entity === 'account' ? ordinal : (table.accounts[ordinal] ?? -1);
  return account < 0 ? [] : [account];
}

/** The single rows to patch for what changed since; null when the index has to be read anew. */
function changedRows(
  connection: Connection,
  index: ColumnIndex,
  change: number,
  most: number,
): ChangeRow[] | null {
  if (index.change === change) return [];
  if (change < index.change) return null;
  const changes = changesAfter(connection, index.change, elsewhere, most + 1);
  if (changes.length > most || !changes.every(isOneRow)) return null;
  // Other rows name their account by its place, so it has to have one.
  return changes.sort((a, b) => Number(b.entity === 'account') - Number(a.entity === 'account'));
}

/** The rows that were patched; null when one cannot be, and then the index is good for nothing. */
function patch(connection: Connection, index: ColumnIndex, changes: readonly ChangeRow[]) {
  const patched: PatchedRow[] = [];
  const seen = new Set<string>();
  const { store } = index;
  for (const { entity, recordId } of changes) {
    const key = `${entity} ${recordId}`;
    const plan = index.plans.find(({ name }) => name === entity);
    if (seen.has(key)) continue;
    seen.add(key);
    if (!plan || recordId === null) return null;
    const before = sortedBy(index, entity, recordId);
    const accountsBefore = accountsOf(store, plan.name, recordId);
    if (!patchRow(connection, store, plan, recordId)) return null;
    dropMoved(index, entity, recordId, before);
    index.lastIds[entity] = Math.max(index.lastIds[entity] ?? 0, recordId);
    const ordinal = ordinalOf(store.tables[plan.name], recordId);
    const accounts = new Set([...accountsBefore, ...accountsOf(store, plan.name, recordId)]);
    if (ordinal >= 0) patched.push({ entity: plan.name, ordinal, accounts: [...accounts] });
  }
  return patched;
}

/** Brings columns that nobody asks yet to a later state; false when they cannot be, and then they are good for nothing. */
export function bringTo(connection: Connection, index: ColumnIndex, change: number, most: number): boolean {
  const changes = changedRows(connection, index, change, most);
  if (!changes || !patch(connection, index, changes)) return false;
  index.change = change;
  return true;
}

/** Puts later columns in; rows that changed since they were read are patched again. False when one cannot be. */
function takeMore(connection: Connection, keeper: IndexKeeper): boolean {
  const { more, current } = keeper;
  keeper.more = null;
  if (!more || more.of !== current) return true;
  const { store, plans } = current;
  addLaterColumns(store, more.columns);
  return plans.every((plan) => {
    const table = store.tables[plan.name];
    return [...table.loose].every((row) => patchRow(connection, store, plan, table.ids[row] ?? 0));
  });
}

/** The state of the data that a question is to be answered of, and the last change that it knows. */
export type Present = { connection: Connection; change: number; snapshot: Snapshot | null };

/** What became of the columns: others than before (so that no ordinal holds), or the same with these rows changed. */
export type InStep = {
  hasSwapped: boolean;
  patched: readonly PatchedRow[];
  /** The columns answer of the state that they hold, until those that are being read replace them. */
  isHeld: boolean;
  /** Epoch ms of that state, or of one in which rows are missing; null when what is told is the present. */
  lagsSince: number | null;
};

/** Whether the index could be brought to the present; `isLost`: it was touched and holds no state at all. */
type Step = { patched: readonly PatchedRow[] | null; isLost: boolean };

function stepTo({ connection, change, snapshot }: Present, keeper: IndexKeeper, index: ColumnIndex): Step {
  const changes = changedRows(connection, index, change, MOST_ROWS);
  if (!changes) {
    const at = index.snapshot?.connection;
    const isLost = change < index.change || (at !== undefined && !takeMore(at, keeper));
    return { patched: null, isLost };
  }
  const patched = patch(connection, index, changes);
  if (!patched || !takeMore(connection, keeper)) return { patched: null, isLost: true };
  index.change = change;
  if (snapshot && index.snapshot) {
    index.snapshot.release();
    index.snapshot = snapshot.hold();
  }
  return { patched, isLost: false };
}

/**
 * Brings the index to the present: single records are patched. For anything larger a new one is read in the background.
 * Until it is there a large index goes on answering of the state that it holds, and a small one is put away, because
 * statements are as fast.
 */
export function keepInStep(present: Present, keeper: IndexKeeper): InStep {
  const before = keeper.current;
  if (keeper.hasFailed) {
    putAway(keeper);
    keeper.reload(present.change);
  }
  if (keeper.next) {
    putAway(keeper);
    keeper.current = keeper.next;
    keeper.next = null;
  }
  const { current } = keeper;
  if (!current) return { hasSwapped: before !== null, patched: [], isHeld: false, lagsSince: null };
  const { patched, isLost } = stepTo(present, keeper, current);
  const isHeld = !patched && !isLost && mayLag(keeper);
  if (!patched) {
    if (!isHeld) putAway(keeper);
    keeper.reload(present.change);
  }
  return {
    hasSwapped: keeper.current !== before,
    patched: patched ?? [],
    isHeld,
    lagsSince: isHeld || keeper.current?.missesRows ? (current.snapshot?.takenAt ?? null) : null,
  };
}

/** Whether no row has a higher id than the columns know; the highest ones may have been deleted. */
export function knowsEveryRow(connection: Connection, { lastIds }: ColumnIndex): boolean {
  return Object.entries(lastRowIds(connection)).every(([table, id]) => (id ?? 0) <= (lastIds[table] ?? 0));
}

/** Looks for rows that were written past the change log, and has everything read again if there are any. */
export function checkRowIds(connection: Connection, keeper: IndexKeeper): void {
  const { current } = keeper;
  if (!current) return;
  if (knowsEveryRow(connection, current)) return;
  const { change } = current;
  if (mayLag(keeper)) current.missesRows = true;
  else putAway(keeper);
  keeper.reload(change);
}
