import { Chip } from '#components/ui/chip.tsx';
import type { Segment } from '#lib/shared/segment-shapes.ts';

type Facts = Pick<Segment, 'status' | 'hasUnpublishedChanges' | 'lastError'> & {
  versionNumber: number | null;
  isReviewDue?: boolean;
  isWriting?: boolean;
};

/** What state a segment is in, and what wants attention about it. */
export function StatusChips(facts: Facts) {
  const { status, versionNumber, hasUnpublishedChanges, lastError, isReviewDue, isWriting } = facts;
  return (
    <span className="flex min-w-0 items-center gap-1">
      {status === 'draft' && (
        <Chip tone="caution" dot>
          Draft
        </Chip>
      )}
      {status === 'published' && <Chip outline>Published v{versionNumber}</Chip>}
      {status === 'retired' && <Chip>Retired v{versionNumber}</Chip>}
      {status === 'published' && hasUnpublishedChanges && (
        <Chip tone="caution" dot title="The draft says something else than the published version">
          Draft
        </Chip>
      )}
      {isWriting && <Chip tone="accent">Writing members</Chip>}
      {lastError && (
        <Chip tone="bad" title={lastError}>
          Broken
        </Chip>
      )}
      {isReviewDue && (
        <Chip tone="caution" title="Definitions are reviewed every quarter">
          Review due
        </Chip>
      )}
    </span>
  );
}
