import 'server-only';
import type { Connection } from '../../client.ts';

/** The day until which an account is snoozed for a holder, or null. */
export function findSnooze(connection: Connection, accountId: number, repId: number): number | null {
  return (
    connection
      .prepare<[number, number], number>(
        `SELECT until_on FROM snoozes WHERE account_id = ? AND rep_id = ? AND ended_at IS NULL
         ORDER BY until_on DESC LIMIT 1`,
      )
      .pluck()
      .get(accountId, repId) ?? null
  );
}

/** Ends what was snoozed before and, with a day, snoozes until then. */
export function setSnooze(
  connection: Connection,
  accountId: number,
  repId: number,
  untilOn: number | null,
  now: number,
): void {
  connection
    .prepare('UPDATE snoozes SET ended_at = ? WHERE account_id = ? AND rep_id = ? AND ended_at IS NULL')
    .run(now, accountId, repId);
  if (untilOn === null) return;
  connection
    .prepare('INSERT INTO snoozes (account_id, rep_id, until_on, created_at) VALUES (?, ?, ?, ?)')
    .run(accountId, repId, untilOn, now);
}
