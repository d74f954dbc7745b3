import type { Metadata } from 'next';
import { DetailsForm } from '#components/segments/details-form.tsx';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { UsesList } from '#components/segments/uses-list.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { detailsChoices } from '#lib/services/segments/details-choices.ts';
import { whereUsed } from '#lib/services/segments/where-used.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';

export const metadata: Metadata = { title: 'Details' };

/** Name, description, owner, parent and tier of a segment. */
export default async function DetailsPage({ params }: PageProps<'/segments/[id]/details'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const rights = segmentRights(ctx.actor);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader head={head} tab="details" now={ctx.now} rights={rights} />
      <div className="min-h-0 flex-1 overflow-auto">
        <DetailsForm
          key={head.segment.version}
          segment={head.segment}
          choices={detailsChoices(ctx, id)}
          rights={rights}
        />
        <UsesList uses={whereUsed(ctx, id)} />
      </div>
    </div>
  );
}
