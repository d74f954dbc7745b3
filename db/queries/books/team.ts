import 'server-only';
import type { Connection } from '../../client.ts';

/** Row ids of everybody who works in the role of this rep on a day (epoch day), themselves included; ascending. */
export function teamOfRole(connection: Connection, repId: number, today: number): number[] {
  return connection
    .prepare<[{ repId: number; today: number }], number>(
      `SELECT r.id FROM reps r JOIN reps own ON own.id = @repId
       WHERE r.kind = 'rep' AND own.kind = 'rep' AND r.archived_at IS NULL AND r.role IS own.role
         AND (r.id = own.id OR (r.is_active = 1 AND r.is_opening = 0
           AND (r.starts_on IS NULL OR r.starts_on <= @today) AND (r.ends_on IS NULL OR r.ends_on >= @today)))
       ORDER BY r.id`,
    )
    .pluck()
    .all({ repId, today });
}

/** Won money by deal owner and close day (epoch days, both ends included). Deals without an amount are left out. */
export function wonByOwner(
  connection: Connection,
  ownerIds: readonly number[],
  from: number,
  to: number,
): { ownerId: number; closedOn: number; amount: number }[] {
  return connection
    .prepare<[string, number, number], { ownerId: number; closedOn: number; amount: number }>(
      `SELECT d.owner_id AS ownerId, d.closed_on AS closedOn, sum(d.amount) AS amount
       FROM opportunities d JOIN stages s ON s.id = d.stage_id LEFT JOIN accounts a ON a.id = d.account_id
       WHERE d.archived_at IS NULL AND a.archived_at IS NULL AND s.outcome = 'won' AND d.amount IS NOT NULL
         AND d.owner_id IN (SELECT value FROM json_each(?)) AND d.closed_on BETWEEN ? AND ?
       GROUP BY 1, 2`,
    )
    .all(JSON.stringify(ownerIds), from, to);
}
