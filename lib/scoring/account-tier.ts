import { firstMatch, type Step } from '#lib/shared/first-match.ts';

/** A tier as precedence sees it; rank 1 is the highest. */
export type RankedTier = { tierId: number; rank: number };
export type SegmentTier = RankedTier & { segmentId: number };

export type TierSource = { tierId: number; cause: 'account' | 'segment'; segmentId: number | null };
export type TierDecision = TierSource & { losing: TierSource[] };

/** Highest rank first; among equals the older segment, so that the answer never depends on the order of rows. */
function byRank(a: SegmentTier, b: SegmentTier): number {
  return a.rank - b.rank || a.segmentId - b.segmentId;
}

/**
 * The effective tier of an account: its own, else the highest-ranked one among its segments. The other tiers that
 * would have answered are the losing ones, in their order; null when nothing gives a tier.
 */
export function decideTier(
  own: RankedTier | null,
  fromSegments: readonly SegmentTier[],
): TierDecision | null {
  const steps: Step<'account' | 'segment', TierSource, RankedTier | null>[] = [
    {
      step: 'account',
      find: (tier) => tier && { tierId: tier.tierId, cause: 'account', segmentId: null },
    },
    ...[...fromSegments].sort(byRank).map(({ tierId, segmentId }) => ({
      step: 'segment' as const,
      find: (): TierSource => ({ tierId, cause: 'segment', segmentId }),
    })),
  ];
  const decided = firstMatch(steps, own);
  return decided && { ...decided.value, losing: decided.losing.map(({ value }) => value) };
}
