import 'server-only';
import type { Connection } from '../../client.ts';

/** Ends holdovers whose deal is won or lost, or whose deal is in the Trash; returns how many. */
export function endByOutcome(connection: Connection, now: number): number {
  return connection
    .prepare<[number]>(
      `UPDATE holdovers SET ended_at = ?, ended_by = 'outcome' WHERE ended_at IS NULL AND EXISTS (
         SELECT 1 FROM opportunities o JOIN stages s ON s.id = o.stage_id
         WHERE o.id = holdovers.opportunity_id AND (s.outcome <> 'open' OR o.archived_at IS NOT NULL))`,
    )
    .run(now).changes;
}

/**
 * Takes up again what ended because a deal closed, now that the deal is open after all and its last day is not past
 * (`today` is an epoch day); returns how many. Not where the account changed hands since, so that somebody decided anew,
 * nor where a later holdover of the deal runs.
 */
export function resumeReopened(connection: Connection, today: number): number {
  return connection
    .prepare<[number]>(
      `UPDATE holdovers SET ended_at = NULL, ended_by = NULL
       WHERE ended_by = 'outcome' AND (until_on IS NULL OR until_on >= ?)
         AND EXISTS (SELECT 1 FROM opportunities o JOIN stages s ON s.id = o.stage_id
           WHERE o.id = holdovers.opportunity_id AND s.outcome = 'open' AND o.archived_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.account_id = holdovers.account_id
           AND a.slot = holdovers.slot AND (a.from_at > holdovers.ended_at OR a.to_at > holdovers.ended_at))
         AND NOT EXISTS (SELECT 1 FROM holdovers h WHERE h.opportunity_id = holdovers.opportunity_id AND h.id > holdovers.id)`,
    )
    .run(today).changes;
}

/** Ends holdovers whose last day (epoch day) is before `today`; returns how many. */
export function endByDate(connection: Connection, today: number, now: number): number {
  return connection
    .prepare<[number, number]>(
      "UPDATE holdovers SET ended_at = ?, ended_by = 'date' WHERE ended_at IS NULL AND until_on < ?",
    )
    .run(now, today).changes;
}

/** Ends one by hand. */
export function endHoldover(connection: Connection, id: number, now: number): void {
  connection.prepare("UPDATE holdovers SET ended_at = ?, ended_by = 'hand' WHERE id = ?").run(now, id);
}

export function changeHoldover(
  connection: Connection,
  id: number,
  change: { untilOn: number | null; reason: string | null },
): void {
  connection
    .prepare('UPDATE holdovers SET until_on = ?, reason = ? WHERE id = ?')
    .run(change.untilOn, change.reason, id);
}
