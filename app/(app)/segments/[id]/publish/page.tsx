import type { Metadata } from 'next';
import { NotPublishable, PublishReview } from '#components/segments/publish-review.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { getSegment } from '#lib/services/segments/get.ts';
import { reviewDraft } from '#lib/services/segments/review-draft.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Review & publish' };

/** What publishing the draft would change, and the publish itself. */
export default async function PublishPage({ params }: PageProps<'/segments/[id]/publish'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const segment = await orNotFound(() => getSegment(ctx, id));
  const review = await reviewDraft(ctx, id);
  const { settings } = getSettings(ctx);
  const rights = segmentRights(ctx.actor);
  const unchanged =
    review.ok && review.value.isUnchanged ? 'The rule is the same as the version in force.' : null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[
          { label: 'Segments', href: '/segments' },
          { label: segment.name, href: `/segments/${id}` },
        ]}
        title="Review & publish"
      />
      {review.ok ? (
        <PublishReview
          segment={{ id, name: segment.name }}
          impact={review.value}
          entity={segment.entity}
          currency={settings.currency}
          refusal={rights.publish ? unchanged : rights.noPublish}
          mayExport={rights.export}
        />
      ) : (
        <NotPublishable segmentId={id} {...review.error} />
      )}
    </div>
  );
}
