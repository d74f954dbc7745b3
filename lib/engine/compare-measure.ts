import type { RelatedAtom } from '#lib/rules/relational.ts';
import { andNot, type Bits } from './bitset.ts';
import { nextAbove, nextBelow, rangeBits } from './scan.ts';

type Range = { low: number; high: number; isOutside: boolean };

/** What an atom's comparison asks of a measured number: to lie in a range, or outside of it. */
function rangeOf({ operator, value }: RelatedAtom): Range {
  const { low, high } = value;
  const lowest = Number.NEGATIVE_INFINITY;
  const highest = Number.POSITIVE_INFINITY;
  const isOutside = operator === 'ne' || operator === 'notBetween';
  switch (operator) {
    case 'known':
      return { low: lowest, high: highest, isOutside };
    case 'eq':
    case 'ne':
      return { low, high: low, isOutside };
    case 'between':
    case 'notBetween':
      return { low, high, isOutside };
    case 'lt':
      return { low: lowest, high: nextBelow(low), isOutside };
    case 'lte':
      return { low: lowest, high: low, isOutside };
    case 'gt':
      return { low: nextAbove(low), high: highest, isOutside };
    case 'gte':
      return { low, high: highest, isOutside };
  }
}

/** Whether one measured number compares as asked; NaN, for nothing measured, never does. */
export function measurePasses(atom: RelatedAtom): (measured: number) => boolean {
  const { low, high, isOutside } = rangeOf(atom);
  return isOutside
    ? (measured) => measured < low || measured > high
    : (measured) => measured >= low && measured <= high;
}

/** All whose measured number compares as asked. */
export function comparedBits(measured: Float64Array, atom: RelatedAtom): Bits {
  const { low, high, isOutside } = rangeOf(atom);
  const inside = rangeBits(measured, low, high);
  if (!isOutside) return inside;
  return andNot(rangeBits(measured, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), inside);
}
