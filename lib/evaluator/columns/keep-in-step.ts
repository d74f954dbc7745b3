import type { Connection } from '#db/client.ts';
import { patchRow } from '#db/index-loader/patch-store.ts';
import { type ChangeRow, changesAfter, lastRowIds } from '#db/queries/preview/data-version.ts';
import type { TableName } from '#lib/engine/store.ts';
import type { ColumnIndex, IndexKeeper } from './index-keeper.ts';
import { dropMoved, sortedBy } from './orders.ts';

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

function patch(connection: Connection, index: ColumnIndex, change: number): boolean {
  const changes = changesAfter(connection, index.change, elsewhere, MOST_ROWS + 1);
  if (changes.length > MOST_ROWS || !changes.every(isOneRow)) return false;
  // Other rows name their account by its place, so it has to have one.
  changes.sort((a, b) => Number(b.entity === 'account') - Number(a.entity === 'account'));
  const seen = new Set<string>();
  for (const { entity, recordId } of changes) {
    const key = `${entity} ${recordId}`;
    const plan = index.plans.find(({ name }) => name === entity);
    if (seen.has(key)) continue;
    seen.add(key);
    if (!plan || recordId === null) return false;
    const before = sortedBy(index, entity, recordId);
    if (!patchRow(connection, index.store, plan, recordId)) return false;
    dropMoved(index, entity, recordId, before);
    index.lastIds[entity] = Math.max(index.lastIds[entity] ?? 0, recordId);
  }
  index.change = change;
  return true;
}

/**
 * Brings the index to change number `change`, inside the read transaction that the question is answered in: single
 * records are patched, for anything larger the index is put away and loaded anew while SQLite answers. Returns whether
 * ordinals are others than before, so that nothing made from them holds.
 */
export function keepInStep(connection: Connection, keeper: IndexKeeper, change: number): boolean {
  const before = keeper.current;
  if (keeper.next) {
    keeper.current = keeper.next;
    keeper.next = null;
  }
  const { current } = keeper;
  if (!current) return false;
  const isBehind = current.change !== change;
  if (isBehind && (change < current.change || !patch(connection, current, change))) {
    keeper.current = null;
    keeper.reload(change);
  }
  return keeper.current !== before;
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
