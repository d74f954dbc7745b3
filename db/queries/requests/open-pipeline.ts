import 'server-only';
import type { Connection } from '../../client.ts';

/** Money of the open deals of each account; a deal without an amount counts 0. */
export function openPipeline(connection: Connection): Map<number, number> {
  const rows = connection
    .prepare<[], { accountId: number; amount: number }>(
      `SELECT o.account_id AS accountId, sum(o.amount) AS amount
       FROM opportunities o JOIN stages s ON s.id = o.stage_id
       WHERE o.archived_at IS NULL AND s.outcome = 'open' AND o.account_id IS NOT NULL AND o.amount IS NOT NULL
       GROUP BY 1`,
    )
    .all();
  return new Map(rows.map(({ accountId, amount }) => [accountId, amount]));
}
