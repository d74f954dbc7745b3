import type { MemberInterval } from './member-intervals.ts';

/** Membership of one tiered segment by one account. */
export type TierClaim = { rank: number; segmentId: number; intervals: readonly MemberInterval[] };

export type TierInterval = {
  rank: number;
  cause: 'account' | 'segment';
  segmentId: number | null;
  fromAt: number;
  toAt: number | null;
};

const END = Number.POSITIVE_INFINITY;

/**
 * The effective tier of an account over time: its own from `ownAt` on, else the highest among its segments (the lower
 * segment id where two give the same).
 */
export function tierIntervals(
  claims: readonly TierClaim[],
  own: { rank: number; at: number } | null,
): TierInterval[] {
  const edges = new Set<number>(own ? [own.at] : []);
  for (const { intervals } of claims) {
    for (const { fromAt, toAt } of intervals) edges.add(fromAt).add(toAt ?? END);
  }
  const ordered = [...edges].sort((a, b) => a - b);
  const result: TierInterval[] = [];
  for (const [at, fromAt] of ordered.entries()) {
    if (fromAt === END) break;
    const toAt = ordered[at + 1] ?? END;
    const found = tierAt(claims, own, fromAt);
    if (!found) continue;
    const last = result.at(-1);
    const isSame =
      last && last.toAt === fromAt && last.rank === found.rank && last.segmentId === found.segmentId;
    if (isSame) last.toAt = toAt === END ? null : toAt;
    else result.push({ ...found, fromAt, toAt: toAt === END ? null : toAt });
  }
  return result;
}

function tierAt(
  claims: readonly TierClaim[],
  own: { rank: number; at: number } | null,
  at: number,
): Omit<TierInterval, 'fromAt' | 'toAt'> | null {
  if (own && at >= own.at) return { rank: own.rank, cause: 'account', segmentId: null };
  const holding = claims
    .filter(({ intervals }) => intervals.some(({ fromAt, toAt }) => fromAt <= at && (toAt ?? END) > at))
    .sort((a, b) => a.rank - b.rank || a.segmentId - b.segmentId);
  const best = holding[0];
  return best ? { rank: best.rank, cause: 'segment', segmentId: best.segmentId } : null;
}
