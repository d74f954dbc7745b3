import type { SegmentRights } from '#components/segments/segment-rights.ts';
import type { Segment } from '#lib/shared/segment-shapes.ts';

/** What the bar of the builder knows of its segment. */
export type HeaderFacts = {
  segment: Pick<Segment, 'id' | 'status' | 'entity' | 'kind' | 'archivedAt' | 'lastError'>;
  published: { number: number; publishedAt: number } | null;
  /** Members of the published version within the person's scope. */
  members: number | null;
  /** Records pinned in and kept out. */
  pins: number;
  isReviewDue: boolean;
  timeZone: string;
  rights: SegmentRights;
};
