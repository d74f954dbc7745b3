import type { Metadata } from 'next';
import { OverlapView } from '#components/segments/overlap-view.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { Callout } from '#components/ui/callout.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { listSegmentNames } from '#lib/services/segments/list-names.ts';
import { reviewOverlap } from '#lib/services/segments/overlap.ts';
import { overlapQuery } from '#lib/shared/segment-queries.ts';

export const metadata: Metadata = { title: 'Overlaps' };

/** How chosen segments overlap, and what each keeps when every account counts once. */
export default async function OverlapPage({ searchParams }: PageProps<'/segments/overlap'>) {
  const [ctx, asked] = await Promise.all([pageContext(), searchParams]);
  const ids = overlapQuery.safeParse(asked).data?.ids ?? [];
  const found = await reviewOverlap(ctx, ids);
  const rights = segmentRights(ctx.actor);
  const choices = listSegmentNames(ctx).filter((segment) => segment.status !== 'draft');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader crumbs={[{ label: 'Segments', href: '/segments' }]} title="Overlaps" />
      <div className="min-h-0 flex-1 overflow-auto">
        {!found.ok && <Callout tone="caution" title={found.error} className="m-4" />}
        <OverlapView
          overlap={found.ok ? found.value : null}
          ids={ids}
          choices={choices}
          noEdit={rights.edit ? null : rights.noEdit}
        />
      </div>
    </div>
  );
}
