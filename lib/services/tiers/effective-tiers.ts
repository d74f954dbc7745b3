import type { Connection } from '#db/client.ts';
import {
  type OpenAccountTier,
  openAccountTiers,
  type TierCandidate,
  tierCandidates,
  writeAccountTiers,
} from '#db/queries/tiers/account-tiers.ts';
import type { Tx } from '#db/write.ts';
import { decideTier, type TierDecision } from '#lib/scoring/account-tier.ts';

export type TierChanges = { ended: number[]; begun: OpenAccountTier[] };

/** The decision for each account that anything gives a tier, by account row id. */
export function decideTiers(candidates: readonly TierCandidate[]): Map<number, TierDecision> {
  const byAccount = Map.groupBy(candidates, (candidate) => candidate.accountId);
  const decisions = new Map<number, TierDecision>();
  for (const [accountId, given] of byAccount) {
    const own = given.find((candidate) => candidate.segmentId === null) ?? null;
    const fromSegments = given.flatMap(({ tierId, rank, segmentId }) =>
      segmentId === null ? [] : [{ tierId, rank, segmentId }],
    );
    const decision = decideTier(own, fromSegments);
    if (decision) decisions.set(accountId, decision);
  }
  return decisions;
}

/** What must change so that the stored effective tiers say what decides them now. `accountIds` null = all accounts. */
export function findTierChanges(connection: Connection, accountIds: readonly number[] | null): TierChanges {
  const decisions = decideTiers(tierCandidates(connection, accountIds));
  const stored = new Map(openAccountTiers(connection, accountIds).map((tier) => [tier.accountId, tier]));
  const begun: OpenAccountTier[] = [];
  const ended = [...stored.keys()].filter((accountId) => !decisions.has(accountId));
  for (const [accountId, { tierId, cause, segmentId }] of decisions) {
    const now = stored.get(accountId);
    if (now?.tierId === tierId && now.cause === cause && now.segmentId === segmentId) continue;
    if (now) ended.push(accountId);
    begun.push({ accountId, tierId, cause, segmentId });
  }
  return { ended, begun };
}

/** Brings the effective tiers of a few accounts up to date within the caller's write. */
export function refreshTiersOf(tx: Tx, accountIds: readonly number[], now: number): TierChanges {
  const changes = findTierChanges(tx.connection, accountIds);
  writeAccountTiers(tx.connection, changes, now);
  return changes;
}
