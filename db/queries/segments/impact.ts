import 'server-only';
import type { Connection } from '../../client.ts';

/** What a set of accounts is now: how many by tier and by owner, and their open pipeline. */
export type ImpactFacts = {
  byTier: { id: number | null; label: string | null; count: number }[];
  byOwner: { id: number | null; kind: 'rep' | 'pool' | null; label: string | null; count: number }[];
  openDeals: number;
  /** Null when no open deal has an amount. */
  openAmount: number | null;
  openKnown: number;
};

/** Facts about the accounts with these row ids. */
function impactFacts(connection: Connection, accountIds: ArrayLike<number>): ImpactFacts {
  const ids = JSON.stringify(Array.from(accountIds));
  const byTier = connection
    .prepare<[string], ImpactFacts['byTier'][number]>(
      `SELECT t.id, t.name AS label, count(*) AS count FROM json_each(?) w
       LEFT JOIN account_tiers x ON x.account_id = w.value AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       GROUP BY t.id ORDER BY t.rank IS NULL, t.rank`,
    )
    .all(ids);
  const byOwner = connection
    .prepare<[string], ImpactFacts['byOwner'][number]>(
      `SELECT r.id, r.kind, r.name AS label, count(*) AS count FROM json_each(?) w
       LEFT JOIN assignments o ON o.account_id = w.value AND o.slot = 'ae' AND o.to_at IS NULL
       LEFT JOIN reps r ON r.id = o.rep_id
       GROUP BY r.id ORDER BY count DESC, r.name_folded`,
    )
    .all(ids);
  const deals = connection
    .prepare<[string], { openDeals: number; openAmount: number | null; openKnown: number }>(
      `SELECT count(*) AS openDeals, sum(o.amount) AS openAmount, count(o.amount) AS openKnown
       FROM json_each(?) w
       JOIN opportunities o ON o.account_id = w.value AND o.archived_at IS NULL
       JOIN stages st ON st.id = o.stage_id AND st.outcome = 'open'`,
    )
    .get(ids);
  return { byTier, byOwner, ...(deals ?? { openDeals: 0, openAmount: null, openKnown: 0 }) };
}

/**
 * Those of these accounts that have one tier, one owner (null = none) or an open deal, in the order given. For the reads
 * worker.
 */
export function impactPart(
  connection: Connection,
  question: {
    accountIds: readonly number[];
    tierId?: number | null;
    ownerId?: number | null;
    hasOpenDeal: boolean;
  },
): number[] {
  const { accountIds, tierId, ownerId, hasOpenDeal } = question;
  const conditions = [
    ...(tierId === undefined ? [] : ['x.tier_id IS :tierId']),
    ...(ownerId === undefined ? [] : ['o.rep_id IS :ownerId']),
    ...(hasOpenDeal
      ? [
          `EXISTS (SELECT 1 FROM opportunities d JOIN stages st ON st.id = d.stage_id AND st.outcome = 'open'
             WHERE d.account_id = w.value AND d.archived_at IS NULL)`,
        ]
      : []),
  ];
  return connection
    .prepare<unknown[], number>(
      `SELECT w.value FROM json_each(:ids) w
       LEFT JOIN account_tiers x ON x.account_id = w.value AND x.to_at IS NULL
       LEFT JOIN assignments o ON o.account_id = w.value AND o.slot = 'ae' AND o.to_at IS NULL
       WHERE ${conditions.join(' AND ') || '1'} ORDER BY w.key`,
    )
    .pluck()
    .all({ ids: JSON.stringify(accountIds), tierId: tierId ?? null, ownerId: ownerId ?? null });
}

/** Facts about each of several sets of accounts. For the reads worker. */
export function impactOfSets(connection: Connection, sets: ArrayLike<number>[]): ImpactFacts[] {
  return sets.map((ids) => impactFacts(connection, ids));
}
