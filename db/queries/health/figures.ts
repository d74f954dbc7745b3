import 'server-only';
import type { Connection } from '../../client.ts';

/** How many accounts there are, and since when every published segment's membership is true (null = none is). */
export function healthFigures(connection: Connection): { accounts: number; freshAt: number | null } {
  const row = connection
    .prepare<[], { accounts: number; freshAt: number | null }>(
      `SELECT (SELECT count(*) FROM accounts) - (SELECT count(*) FROM accounts WHERE archived_at IS NOT NULL) AS accounts,
         (SELECT min(fresh_at) FROM segments WHERE status = 'published' AND archived_at IS NULL) AS freshAt`,
    )
    .get();
  return row ?? { accounts: 0, freshAt: null };
}
