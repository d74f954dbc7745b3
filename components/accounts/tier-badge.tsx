import { RankBadge } from '#components/ui/badge.tsx';

const SHADES = 3;

/** A tier as a badge: `T1` for "Tier 1", `P0` for "P0 …"; the darker the higher. A dash without one. */
export function TierBadge({ tier }: { tier: { name: string; rank: number } | null }) {
  if (!tier) return <span className="inline-block min-w-6 text-center text-ink-3">–</span>;
  const short = /^([A-Z])(?:ier)?\s?(\d{1,2})\b/.exec(tier.name);
  const shade = Math.min(Math.max(tier.rank - 1, 0), SHADES) as 0 | 1 | 2 | 3;
  return (
    <span title={tier.name}>
      <RankBadge rank={shade}>{short ? `${short[1]}${short[2]}` : `#${tier.rank}`}</RankBadge>
    </span>
  );
}
