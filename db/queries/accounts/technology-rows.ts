import 'server-only';
import type { Technology } from '#lib/shared/account-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';

/** What an account runs, last seen first. */
export function technologiesOf(connection: Connection, accountId: number): Technology[] {
  return connection
    .prepare<[number], Omit<Technology, 'id'> & { id: number }>(
      `SELECT t.id, n.label AS name, c.label AS category, t.first_seen_at AS firstSeenAt, t.last_seen_at AS lastSeenAt
       FROM technologies t JOIN terms n ON n.id = t.name LEFT JOIN terms c ON c.id = t.category
       WHERE t.account_id = ? ORDER BY t.last_seen_at DESC, n.folded`,
    )
    .all(accountId)
    .map((row) => ({ ...row, id: toPublicId('technology', row.id) }));
}
