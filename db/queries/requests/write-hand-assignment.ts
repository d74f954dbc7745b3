import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

/** Who holds one slot of an account now. */
export function holderNow(
  connection: Connection,
  accountId: number,
  slot: Slot,
): { repId: number; name: string; isLocked: number } | null {
  return (
    connection
      .prepare<[number, Slot], { repId: number; name: string; isLocked: number }>(
        `SELECT s.rep_id AS repId, r.name, s.is_locked AS isLocked FROM assignments s JOIN reps r ON r.id = s.rep_id
         WHERE s.account_id = ? AND s.slot = ? AND s.to_at IS NULL`,
      )
      .get(accountId, slot) ?? null
  );
}

/** One interval of who held a slot of an account, as it is stored; times in epoch ms. */
export type StoredAssignment = {
  id: number;
  repId: number;
  reason: string | null;
  source: 'plan' | 'hand' | 'import' | 'demo';
  isLocked: number;
  planVersionId: number | null;
  fromAt: number;
};

/** The interval that is open now, or null. */
export function openAssignment(
  connection: Connection,
  accountId: number,
  slot: Slot,
): StoredAssignment | null {
  return (
    connection
      .prepare<[number, Slot], StoredAssignment>(
        `SELECT id, rep_id AS repId, reason, source, is_locked AS isLocked, plan_version_id AS planVersionId,
           from_at AS fromAt
         FROM assignments WHERE account_id = ? AND slot = ? AND to_at IS NULL`,
      )
      .get(accountId, slot) ?? null
  );
}

/**
 * Gives one slot of an account to a holder as published, at once: ends what was, begins what is, at `at` (epoch ms).
 * A lock goes along. An interval that began at the same instant is replaced, so that none has no length.
 * Returns the row id of the new interval, and the one that it took the place of.
 */
export function writeHandAssignment(
  connection: Connection,
  { accountId, slot, repId, reason, at }: HandAssignment,
): { id: number; before: StoredAssignment | null } {
  const before = openAssignment(connection, accountId, slot);
  connection
    .prepare('DELETE FROM assignments WHERE account_id = ? AND slot = ? AND to_at IS NULL AND from_at >= ?')
    .run(accountId, slot, at);
  connection
    .prepare('UPDATE assignments SET to_at = ? WHERE account_id = ? AND slot = ? AND to_at IS NULL')
    .run(at, accountId, slot);
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO assignments (account_id, slot, rep_id, reason, source, is_locked, from_at)
       VALUES (?, ?, ?, ?, 'hand', ?, ?)`,
    )
    .run(accountId, slot, repId, reason, before?.isLocked ?? 0, at);
  return { id: Number(lastInsertRowid), before };
}

/**
 * Makes an interval that `writeHandAssignment` began undone: it is taken out, and the one before it goes on as if it
 * had never ended.
 */
export function unwriteHandAssignment(
  connection: Connection,
  {
    accountId,
    slot,
    id,
    before,
  }: { accountId: number; slot: Slot; id: number; before: StoredAssignment | null },
): void {
  connection.prepare('DELETE FROM assignments WHERE id = ?').run(id);
  if (!before) return;
  connection
    .prepare(
      `INSERT INTO assignments (id, account_id, slot, rep_id, reason, source, is_locked, plan_version_id, from_at)
       VALUES (@id, @accountId, @slot, @repId, @reason, @source, @isLocked, @planVersionId, @fromAt)
       ON CONFLICT (id) DO UPDATE SET to_at = NULL`,
    )
    .run({ accountId, slot, ...before });
}

export type HandAssignment = { accountId: number; slot: Slot; repId: number; reason: string; at: number };
