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

/**
 * Gives one slot of an account to a holder as published, at once: ends what was, begins what is, at `at` (epoch ms).
 * A lock goes along. An interval that began at the same instant is replaced, so that none has no length.
 */
export function writeHandAssignment(
  connection: Connection,
  { accountId, slot, repId, reason, at }: HandAssignment,
): void {
  const isLocked = holderNow(connection, accountId, slot)?.isLocked ?? 0;
  connection
    .prepare('DELETE FROM assignments WHERE account_id = ? AND slot = ? AND to_at IS NULL AND from_at >= ?')
    .run(accountId, slot, at);
  connection
    .prepare('UPDATE assignments SET to_at = ? WHERE account_id = ? AND slot = ? AND to_at IS NULL')
    .run(at, accountId, slot);
  connection
    .prepare(
      `INSERT INTO assignments (account_id, slot, rep_id, reason, source, is_locked, from_at)
       VALUES (?, ?, ?, ?, 'hand', ?, ?)`,
    )
    .run(accountId, slot, repId, reason, isLocked, at);
}

export type HandAssignment = { accountId: number; slot: Slot; repId: number; reason: string; at: number };
