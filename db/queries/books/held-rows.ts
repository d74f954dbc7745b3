import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type HeldRow = {
  accountId: number;
  externalId: string | null;
  name: string;
  city: string | null;
  country: string | null;
  tier: string | null;
  territory: string | null;
  slot: Slot;
  reason: string | null;
  isLocked: number;
  fromAt: number;
};

const onThatDay = 's.from_at <= @at AND (s.to_at IS NULL OR s.to_at > @at)';

/**
 * What somebody held at an instant (epoch ms), by account name; tiers as they are now, territories as they were at
 * `placedAt`.
 */
export function heldRows(connection: Connection, repId: number, at: number, placedAt = at): HeldRow[] {
  return connection
    .prepare<[{ repId: number; at: number; placedAt: number }], HeldRow>(
      `SELECT s.account_id AS accountId, a.external_id AS externalId, a.name, city.label AS city,
         c.label AS country,
         t.name AS tier, territory.name AS territory, s.slot, s.reason, s.is_locked AS isLocked, s.from_at AS fromAt
       FROM assignments s JOIN accounts a ON a.id = s.account_id
       LEFT JOIN terms c ON c.id = a.country LEFT JOIN terms city ON city.id = a.city
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN placements p ON p.account_id = a.id AND p.from_at <= @placedAt
         AND (p.to_at IS NULL OR p.to_at > @placedAt)
       LEFT JOIN territories territory ON territory.id = p.territory_id
       WHERE s.rep_id = @repId AND ${onThatDay} AND a.archived_at IS NULL
       ORDER BY a.name_folded, a.id, s.slot`,
    )
    .all({ repId, at, placedAt });
}

export type HolderAt = { accountId: number; slot: Slot; repId: number; name: string; reason: string | null };

/** Who held these accounts at an instant (epoch ms), in any slot. */
export function holdersAt(connection: Connection, accountIds: readonly number[], at: number): HolderAt[] {
  return connection
    .prepare<[{ ids: string; at: number }], HolderAt>(
      `SELECT s.account_id AS accountId, s.slot, s.rep_id AS repId, r.name, s.reason
       FROM assignments s JOIN reps r ON r.id = s.rep_id
       WHERE s.account_id IN (SELECT value FROM json_each(@ids)) AND ${onThatDay}`,
    )
    .all({ ids: JSON.stringify(accountIds), at });
}

export type BookMoveRow = {
  at: number;
  change: 'came' | 'went';
  accountId: number;
  accountName: string;
  slot: Slot;
  /** Whom it came from or went to; null = nobody. */
  otherName: string | null;
  reason: string | null;
  source: 'plan' | 'hand' | 'import' | 'demo' | null;
  planNumber: number | null;
  /** Who published the version that did it. */
  by: string | null;
};

/** What came into somebody's book and what left it, latest first. Nothing is left out but handing on to oneself. */
export function bookMoves(connection: Connection, repId: number, limit: number): BookMoveRow[] {
  return connection
    .prepare<[{ repId: number; limit: number }], BookMoveRow>(
      `SELECT m.*, v.number AS planNumber, u.name AS by FROM (
         SELECT s.from_at AS at, 'came' AS change, s.account_id AS accountId, a.name AS accountName, s.slot,
           o.name AS otherName, s.reason, s.source, s.plan_version_id AS version
         FROM assignments s JOIN accounts a ON a.id = s.account_id
         LEFT JOIN assignments p ON p.account_id = s.account_id AND p.slot = s.slot AND p.to_at = s.from_at
         LEFT JOIN reps o ON o.id = p.rep_id
         WHERE s.rep_id = @repId AND p.rep_id IS NOT s.rep_id AND a.archived_at IS NULL
         UNION ALL
         SELECT s.to_at, 'went', s.account_id, a.name, s.slot, o.name, n.reason, n.source, n.plan_version_id
         FROM assignments s JOIN accounts a ON a.id = s.account_id
         LEFT JOIN assignments n ON n.account_id = s.account_id AND n.slot = s.slot AND n.from_at = s.to_at
         LEFT JOIN reps o ON o.id = n.rep_id
         WHERE s.rep_id = @repId AND s.to_at IS NOT NULL AND n.rep_id IS NOT s.rep_id AND a.archived_at IS NULL
       ) m LEFT JOIN plan_versions v ON v.id = m.version LEFT JOIN users u ON u.id = v.published_by_user_id
       ORDER BY m.at DESC, m.accountName, m.accountId LIMIT @limit`,
    )
    .all({ repId, limit });
}
