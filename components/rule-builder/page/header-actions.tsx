'use client';
import { SegmentMenu } from '#components/segments/segment-menu.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import type { HeaderFacts } from './builder-header.tsx';

/** Review & publish with the reason when it is refused, and the menu of the segment. */
export function segmentActionsFor({
  facts,
  name,
  refusal,
  hasChanges,
}: {
  facts: HeaderFacts;
  name: string;
  refusal: string | null;
  hasChanges: boolean;
}) {
  const { segment, rights, isReviewDue } = facts;
  const isPublished = segment.status === 'published';
  const reason = rights.publish
    ? (refusal ?? (isPublished && !hasChanges ? 'Nothing changed since it was published' : null))
    : rights.edit
      ? rights.noPublish
      : null;
  return (
    <>
      {rights.edit && segment.status !== 'retired' && (
        <span className="max-lg:hidden">
          {reason ? (
            <Button reason={reason}>Review & publish</Button>
          ) : (
            <Button asChild variant="primary">
              <AppLink href={`/segments/${segment.id}/publish`}>Review & publish</AppLink>
            </Button>
          )}
        </span>
      )}
      <SegmentMenu segment={{ ...segment, name, isReviewDue }} rights={rights} />
    </>
  );
}
