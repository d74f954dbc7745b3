import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { compareLabels } from '#lib/shared/text.ts';

export const segmentSorts = [
  'name',
  'members',
  'tier',
  'status',
  'owner',
  'winRate',
  'openAmount',
  'publishedAt',
  'freshAt',
] as const;
export type SegmentSort = (typeof segmentSorts)[number];

const keys: Record<SegmentSort, (item: SegmentListItem) => string | number | null> = {
  name: (item) => item.name,
  members: (item) => item.members,
  tier: (item) => item.tier?.rank ?? null,
  status: (item) => item.status,
  owner: (item) => item.owner?.name ?? null,
  winRate: (item) => item.winRate.value,
  openAmount: (item) => item.openAmount,
  publishedAt: (item) => item.publishedAt,
  freshAt: (item) => item.freshAt,
};

/** In the wanted order; what is unknown stands last in either direction, equals by name. */
export function sortSegments(
  items: readonly SegmentListItem[],
  sort: SegmentSort,
  descending: boolean,
): SegmentListItem[] {
  const keyOf = keys[sort];
  return [...items].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || compareLabels(a.name, b.name);
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareLabels(String(left), String(right));
    return (descending ? -order : order) || compareLabels(a.name, b.name);
  });
}
