import 'server-only';
import { totalOf, type Totals } from '#lib/shared/total-shapes.ts';
import type { Connection } from '../../client.ts';

const MONTH_MS = 30 * 86_400_000;

type Sums = {
  employees: number | null;
  employeesKnown: number;
  revenue: number | null;
  revenueKnown: number;
  score: number | null;
  scoreKnown: number;
  signals: number;
  reachable: number;
  openAmount: number | null;
  openKnown: number;
};

/** What the numeric columns of the accounts list add up to over these row ids; money in the workspace currency. */
export function accountTotals(
  connection: Connection,
  { ids, asOf }: { ids: ArrayLike<number>; asOf: number },
): Totals {
  const sums = connection
    .prepare<unknown[], Sums>(
      `WITH chosen AS MATERIALIZED (SELECT value AS id FROM json_each(?)),
       base AS (
         SELECT sum(a.employees) AS employees, count(a.employees) AS employeesKnown,
           sum(a.revenue) AS revenue, count(a.revenue) AS revenueKnown,
           sum(a.score) AS score, count(a.score) AS scoreKnown
         FROM chosen c JOIN accounts a ON a.id = c.id)
       SELECT base.*,
         (SELECT count(*) FROM signals g WHERE g.account_id IN (SELECT id FROM chosen)
           AND g.occurred_at BETWEEN ? AND ?) AS signals,
         (SELECT count(*) FROM contacts p WHERE p.account_id IN (SELECT id FROM chosen)
           AND p.reachable = 1 AND p.archived_at IS NULL) AS reachable,
         d.amount AS openAmount, d.known AS openKnown
       FROM base, (SELECT sum(o.amount) AS amount, count(o.amount) AS known
         FROM opportunities o JOIN stages s ON s.id = o.stage_id
         WHERE s.outcome = 'open' AND o.archived_at IS NULL
           AND o.account_id IN (SELECT id FROM chosen)) d`,
    )
    .get(JSON.stringify(Array.from(ids)), asOf - MONTH_MS, asOf);
  if (!sums) return {};
  return {
    employees: totalOf(sums.employees, sums.employeesKnown),
    revenue: totalOf(sums.revenue, sums.revenueKnown),
    score: totalOf(sums.score, sums.scoreKnown),
    signals: totalOf(sums.signals, ids.length),
    reachableContacts: totalOf(sums.reachable, ids.length),
    openAmount: totalOf(sums.openAmount, sums.openKnown),
  };
}
