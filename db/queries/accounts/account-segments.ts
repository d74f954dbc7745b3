import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { AccountSegment } from '#lib/shared/account-shapes.ts';
import type { Connection } from '../../client.ts';

/** Published account segments that an account is in now, those that give a tier first. */
export function segmentsOfAccount(connection: Connection, accountId: number): AccountSegment[] {
  return connection
    .prepare<
      [number],
      { id: number; name: string; since: number; tierName: string | null; tierRank: number | null }
    >(
      `SELECT s.id, s.name, m.from_at AS since, t.name AS tierName, t.rank AS tierRank
       FROM segment_members m JOIN segments s ON s.id = m.segment_id
       LEFT JOIN tiers t ON t.id = s.tier_id AND t.archived_at IS NULL
       WHERE m.record_id = ? AND m.to_at IS NULL AND s.entity = 'account' AND s.status = 'published'
         AND s.archived_at IS NULL
       ORDER BY t.rank IS NULL, t.rank, s.name_folded, s.id`,
    )
    .all(accountId)
    .map(({ id, name, since, tierName }) => ({
      id: toPublicId('segment', id),
      name,
      sinceAt: since,
      tierName,
    }));
}
