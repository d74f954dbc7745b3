import type { Market } from './industries.ts';
import { type Random, weightedPicker } from './random.ts';

const common = weightedPicker(
  [
    { need: 'cost reduction', weight: 5 },
    { need: 'process automation', weight: 4 },
    { need: 'data quality', weight: 3 },
    { need: 'system integration', weight: 3 },
    { need: 'legacy modernization', weight: 3 },
    { need: 'faster growth', weight: 2 },
    { need: 'talent shortage', weight: 2 },
    { need: 'security and risk', weight: 1 },
  ],
  ({ weight }) => weight,
);

function specialNeed(market: Market, random: Random): string | null {
  if (market.fitRate >= 0.55 && random.chance(0.5)) return 'supply-chain visibility';
  if (market.industry === 'Healthcare' || market.industry === 'Pharmaceuticals') {
    return random.chance(0.5) ? 'regulatory compliance' : null;
  }
  if (market.industry === 'Software' && random.chance(0.4)) return 'customer retention';
  return random.chance(0.08) ? 'sustainability' : null;
}

/** None for half of the accounts: needs are what reps have noted so far. */
export function drawNeeds(market: Market, random: Random): string[] {
  if (random.chance(0.5)) return [];
  const needs = new Set<string>();
  const special = specialNeed(market, random);
  if (special !== null) needs.add(special);
  const more = random.int(special === null ? 1 : 0, 2);
  for (let n = 0; n < more; n++) needs.add(common(random).need);
  return [...needs];
}
