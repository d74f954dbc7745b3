import 'server-only';
import type { Connection } from '../../client.ts';
import { countAccounts } from '../tiers/tier-figures.ts';

/** How many accounts there are, and since when every published segment's membership is true (null = none is). */
export function healthFigures(connection: Connection): { accounts: number; freshAt: number | null } {
  const freshAt = connection
    .prepare<[], number | null>(
      "SELECT min(fresh_at) FROM segments WHERE status = 'published' AND archived_at IS NULL",
    )
    .pluck()
    .get();
  return { accounts: countAccounts(connection, { all: true }), freshAt: freshAt ?? null };
}
