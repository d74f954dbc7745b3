import type { Market } from './industries.ts';
import type { Random } from './random.ts';

const ventureIndustries = new Set(['Software', 'E-commerce', 'Medical devices', 'Energy', 'Electronics']);
const earlyStages = ['pre-seed', 'seed', 'series-a'];
const laterStages = ['series-b', 'series-c', 'series-d', 'series-e+'];

/** Ownership, funding stage and status that fit an account's industry and size. */
export function drawOwnership(
  market: Market,
  employees: number,
  isSubsidiary: boolean,
  random: Random,
): { ownership: string | null; fundingStage: string | null; status: string | null } {
  const status = random.chance(0.02)
    ? null
    : random.chance(0.022)
      ? 'acquired'
      : random.chance(0.008)
        ? 'closed'
        : 'operating';
  if (isSubsidiary) return { ownership: 'subsidiary', fundingStage: null, status };
  if (random.chance(0.08)) return { ownership: null, fundingStage: null, status };
  const publicRate = employees > 5000 ? 0.5 : employees > 1000 ? 0.18 : employees > 300 ? 0.04 : 0.004;
  if (random.chance(publicRate)) {
    return {
      ownership: 'public',
      fundingStage: random.chance(0.3) ? 'post-ipo' : null,
      status: status === 'operating' ? 'ipo' : status,
    };
  }
  if (market.industry === 'Healthcare' && random.chance(0.34))
    return { ownership: 'nonprofit', fundingStage: null, status };
  if (random.chance(0.02)) return { ownership: 'cooperative', fundingStage: null, status };
  const isVenture = ventureIndustries.has(market.industry) || market.subIndustry.endsWith('technology');
  if (isVenture && random.chance(0.62)) {
    return {
      ownership: 'private',
      fundingStage: random.pick(employees < 90 ? earlyStages : laterStages),
      status,
    };
  }
  const fundingStage = random.chance(0.16) ? 'private-equity' : random.chance(0.3) ? 'bootstrapped' : null;
  return { ownership: 'private', fundingStage, status };
}
