'use client';
import { SegmentMenu } from '#components/segments/segment-menu.tsx';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { HeaderFacts } from './header-facts.ts';

/** Review & publish with the reason when it is refused, and the menu of the segment. */
export function HeaderActions({
  facts,
  name,
  refusal,
  hasChanges,
  onReview,
}: {
  facts: HeaderFacts;
  name: string;
  refusal: string | null;
  hasChanges: boolean;
  /** Saves what is left to save; true when the page may be left. */
  onReview: () => Promise<boolean>;
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
            <ReviewButton segmentId={segment.id} onReview={onReview} />
          )}
        </span>
      )}
      <SegmentMenu segment={{ ...segment, name, isReviewDue }} rights={rights} />
    </>
  );
}

function ReviewButton({ segmentId, onReview }: { segmentId: string; onReview: () => Promise<boolean> }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="primary"
      busy={busy}
      onClick={async () => {
        setBusy(true);
        if (await onReview()) router.push(`/segments/${segmentId}/publish` as Route);
        else setBusy(false);
      }}
    >
      Review & publish
    </Button>
  );
}
