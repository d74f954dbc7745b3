import { formatCount, formatMoney } from '#lib/shared/format.ts';
import type { Colouring } from './colouring.ts';
import type { MapLabel } from './draw-labels.ts';
import type { RegionTally } from './region-tally.ts';
import type { Shape } from './shape.ts';

/**
 * Names for areas, those with most accounts first. Each category is named once, on the region where it has most, with
 * its accounts in all; by potential every region says its own amount.
 */
export function areaLabels(
  tallies: readonly RegionTally[],
  shapes: readonly Shape[],
  { by, list }: Colouring,
  counts: ArrayLike<number>,
  currency: string,
): MapLabel[] {
  const byCode = new Map(shapes.map((shape) => [shape.code, shape]));
  const named = new Set<number>();
  return [...tallies]
    .sort((a, b) => b.accounts - a.accounts)
    .flatMap((tally) => {
      const shape = byCode.get(tally.code);
      if (!shape) return [];
      if (by === 'potential') {
        const title = formatMoney(tally.potentialAmount, currency, { compact: true });
        return [{ shape, title, fact: formatCount(tally.accounts, 'account') }];
      }
      const main = list[tally.main];
      if (!main || named.has(tally.main)) return [];
      named.add(tally.main);
      return [{ shape, title: main.label, fact: formatCount(counts[tally.main] ?? 0, 'account') }];
    });
}
