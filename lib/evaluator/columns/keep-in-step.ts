import type { Connection } from '#db/client.ts';
import { addLaterColumns } from '#db/index-loader/load-store.ts';
import { patchRow } from '#db/index-loader/patch-store.ts';
import { type ChangeRow, changesAfter, lastRowIds } from '#db/queries/preview/data-version.ts';
import { ordinalOf, type Store, type TableName } from '#lib/engine/store.ts';
import type { ColumnIndex, IndexKeeper } from './index-keeper.ts';
import { dropMoved, sortedBy } from './orders.ts';
import type { PatchedRow } from './patched-row.ts';

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

/** The rows that were patched; null when the index has to be read anew. */
function patch(connection: Connection, index: ColumnIndex, change: number): PatchedRow[] | null {
  const changes = changesAfter(connection, index.change, elsewhere, MOST_ROWS + 1);
  if (changes.length > MOST_ROWS || !changes.every(isOneRow)) return null;
  // Other rows name their account by its place, so it has to have one.
  changes.sort((a, b) => Number(b.entity === 'account') - Number(a.entity === 'account'));
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
  index.change = change;
  return patched;
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

/** What became of the columns: others than before (so that no ordinal holds), or the same with these rows changed. */
export type InStep = { hasSwapped: boolean; patched: readonly PatchedRow[] };

/**
 * Brings the index to change number `change`, inside the read transaction that the question is answered in: single
 * records are patched, for anything larger the index is put away and loaded anew while SQLite answers.
 */
export function keepInStep(connection: Connection, keeper: IndexKeeper, change: number): InStep {
  const before = keeper.current;
  if (keeper.next) {
    keeper.current = keeper.next;
    keeper.next = null;
  }
  const { current } = keeper;
  if (!current) return { hasSwapped: false, patched: [] };
  let patched: PatchedRow[] | null = [];
  if (current.change !== change) {
    patched = change < current.change ? null : patch(connection, current, change);
  }
  if (keeper.more && patched && !takeMore(connection, keeper)) patched = null;
  if (!patched) {
    keeper.current = null;
    keeper.reload(change);
  }
  return { hasSwapped: keeper.current !== before, patched: patched ?? [] };
}

/** Looks for rows that were written past the change log, and has everything read again if there are any. */
export function checkRowIds(connection: Connection, keeper: IndexKeeper): void {
  const { current } = keeper;
  if (!current) return;
  const lastIds = lastRowIds(connection);
  if (Object.entries(lastIds).every(([table, id]) => id === current.lastIds[table])) return;
  keeper.current = null;
  keeper.reload(current.change);
}
