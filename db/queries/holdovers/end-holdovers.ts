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
