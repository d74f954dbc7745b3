import 'server-only';
import type { Connection } from '../../client.ts';

/** What could give an account a tier: null `segmentId` = its own setting. Rows come ordered by account. */
export type TierCandidate = { accountId: number; tierId: number; rank: number; segmentId: number | null };

/**
 * Every tier that an account has by its own setting or through a published account segment that it is in now;
 * archived tiers, segments in the Trash and retired ones give none. `accountIds` null = all accounts.
 */
export function tierCandidates(
  connection: Connection,
  accountIds: readonly number[] | null,
): TierCandidate[] {
  const only = (column: string) => (accountIds ? `AND ${column} IN (SELECT value FROM json_each(?))` : '');
  const params = accountIds ? [JSON.stringify(accountIds), JSON.stringify(accountIds)] : [];
  return connection
    .prepare<unknown[], TierCandidate>(
      `SELECT a.id AS accountId, t.id AS tierId, t.rank, NULL AS segmentId
       FROM accounts a JOIN tiers t ON t.id = a.own_tier_id AND t.archived_at IS NULL
       WHERE a.archived_at IS NULL ${only('a.id')}
       UNION ALL
       SELECT m.record_id, t.id, t.rank, s.id
       FROM segments s
       JOIN tiers t ON t.id = s.tier_id AND t.archived_at IS NULL
       JOIN segment_members m ON m.segment_id = s.id AND m.to_at IS NULL
       JOIN accounts a ON a.id = m.record_id AND a.archived_at IS NULL
       WHERE s.entity = 'account' AND s.status = 'published' AND s.archived_at IS NULL ${only('m.record_id')}
       ORDER BY 1`,
    )
    .all(...params);
}

export type OpenAccountTier = {
  accountId: number;
  tierId: number;
  cause: 'account' | 'segment';
  segmentId: number | null;
};

/** Effective tiers as written, of these accounts or of all. */
export function openAccountTiers(
  connection: Connection,
  accountIds: readonly number[] | null,
): OpenAccountTier[] {
  const only = accountIds ? 'AND account_id IN (SELECT value FROM json_each(?))' : '';
  return connection
    .prepare<unknown[], OpenAccountTier>(
      `SELECT account_id AS accountId, tier_id AS tierId, cause, segment_id AS segmentId
       FROM account_tiers WHERE to_at IS NULL ${only}`,
    )
    .all(...(accountIds ? [JSON.stringify(accountIds)] : []));
}

/** Ends the open tier interval of each account in `ended` and opens those in `begun`, all at `at` (epoch ms). */
export function writeAccountTiers(
  connection: Connection,
  change: { ended: readonly number[]; begun: readonly OpenAccountTier[] },
  at: number,
): void {
  const ids = JSON.stringify(change.ended);
  connection
    .prepare(
      `DELETE FROM account_tiers WHERE to_at IS NULL AND from_at >= ?
         AND account_id IN (SELECT value FROM json_each(?))`,
    )
    .run(at, ids);
  connection
    .prepare(
      `UPDATE account_tiers SET to_at = ? WHERE to_at IS NULL
         AND account_id IN (SELECT value FROM json_each(?))`,
    )
    .run(at, ids);
  const insert = connection.prepare(
    'INSERT INTO account_tiers (account_id, tier_id, cause, segment_id, from_at) VALUES (?, ?, ?, ?, ?)',
  );
  for (const tier of change.begun) insert.run(tier.accountId, tier.tierId, tier.cause, tier.segmentId, at);
}

/** Sets or clears (null) the own tier of accounts, counting their versions up. */
export function setOwnTier(
  connection: Connection,
  accountIds: readonly number[],
  tierId: number | null,
  now: number,
): void {
  connection
    .prepare(
      `UPDATE accounts SET own_tier_id = ?, version = version + 1, updated_at = ?
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(tierId, now, JSON.stringify(accountIds));
}

/** The accounts of `accountIds` that exist, are not archived and lie in scope given as SQL by the caller's ids. */
export function ownTiersOf(
  connection: Connection,
  accountIds: readonly number[],
): { accountId: number; name: string; ownTierId: number | null }[] {
  return connection
    .prepare<[string], { accountId: number; name: string; ownTierId: number | null }>(
      `SELECT id AS accountId, name, own_tier_id AS ownTierId FROM accounts
       WHERE archived_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(accountIds));
}

/** Since when (epoch ms) an account has had this tier without a break by the same cause, or null. */
export function openTierSince(connection: Connection, accountId: number, tierId: number): number | null {
  return (
    connection
      .prepare<[number, number], number>(
        'SELECT from_at FROM account_tiers WHERE account_id = ? AND tier_id = ? AND to_at IS NULL',
      )
      .pluck()
      .get(accountId, tierId) ?? null
  );
}
