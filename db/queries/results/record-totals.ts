import 'server-only';
import { totalOf, type Totals } from '#lib/shared/total-shapes.ts';
import type { Connection } from '../../client.ts';

type Sums = { amount: number | null; amountKnown: number; acv: number | null; acvKnown: number };

/** What the money columns of these deals add up to, as their rows show them today. */
export function dealTotals(connection: Connection, ids: readonly number[]): Totals {
  const sums = connection
    .prepare<unknown[], Sums>(
      `SELECT sum(o.amount) AS amount, count(o.amount) AS amountKnown,
         sum(o.acv_amount) AS acv, count(o.acv_amount) AS acvKnown
       FROM json_each(?) c JOIN opportunities o ON o.id = c.value`,
    )
    .get(JSON.stringify(ids));
  return sums
    ? { amount: totalOf(sums.amount, sums.amountKnown), acv: totalOf(sums.acv, sums.acvKnown) }
    : {};
}
