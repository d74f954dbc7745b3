import 'server-only';
import { totalOf, type Totals } from '#lib/shared/total-shapes.ts';
import type { Connection } from '../../client.ts';

/** How many of the contacts with these row ids can be reached. */
export function contactTotals(connection: Connection, { ids }: { ids: ArrayLike<number> }): Totals {
  const reachable = connection
    .prepare<unknown[], number>(
      `SELECT count(*) FROM json_each(?) c JOIN contacts p ON p.id = c.value WHERE p.reachable = 1`,
    )
    .pluck()
    .get(JSON.stringify(Array.from(ids)));
  return { reachable: totalOf(reachable ?? 0, ids.length) };
}
