import { formatNumber, formatRate } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';

type Counted = Pick<SegmentPreview, 'count' | 'total' | 'overlaps'>;

/**
 * How much of the TAM the rule holds. What lies outside the TAM is no part of it, and the overlaps say how many those
 * are; a count that they have not caught up with yet is only compared when it can be a share.
 */
export function tamShare(
  { count, total }: Counted,
  rest: Counted | null,
  tam: { id: string | null; isListed: boolean },
): string {
  const whole = `TAM ${formatNumber(total)}`;
  if (total === 0) return whole;
  const overlaps = tam.id !== null && tam.isListed ? rest?.overlaps : undefined;
  const inside = overlaps ? (overlaps.find(({ segmentId }) => segmentId === tam.id)?.count ?? 0) : count;
  if (inside > total) return whole;
  const share = inside / total;
  return `${formatRate(share, { digits: share < 0.01 ? 2 : 1 })} of ${whole}`;
}
