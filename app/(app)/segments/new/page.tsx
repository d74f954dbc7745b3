import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NewSegment } from '#components/segments/new-segment.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { listTemplates } from '#lib/services/segments/from-template.ts';
import { listSegmentNames } from '#lib/services/segments/list-names.ts';

export const metadata: Metadata = { title: 'New segment' };

/** How to start a segment: a template, a pasted list, another segment, or blank. */
export default async function NewSegmentPage() {
  const ctx = await pageContext();
  const rights = segmentRights(ctx.actor);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader crumbs={[{ label: 'Segments', href: '/segments' }]} title="New segment" />
      {rights.edit ? (
        <Suspense>
          <NewSegment
            templates={listTemplates(ctx)}
            segments={listSegmentNames(ctx)}
            noPublish={rights.publish ? null : rights.noPublish}
          />
        </Suspense>
      ) : (
        <EmptyState title={rights.noEdit} className="m-4">
          RevOps and leaders make segments.
        </EmptyState>
      )}
    </div>
  );
}
