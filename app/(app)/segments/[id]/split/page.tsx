import type { Metadata } from 'next';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { SplitForm } from '#components/segments/split-form.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';
import { splitFields, usualSplitField } from '#lib/services/segments/split-fields.ts';

export const metadata: Metadata = { title: 'Split' };

/** Makes a segment for each value of a field among the members of another. */
export default async function SplitPage({ params }: PageProps<'/segments/[id]/split'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const rights = segmentRights(ctx.actor);
  const { segment } = head;
  const fields = splitFields(segment.entity);
  const isReady = segment.published !== null && rights.edit;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader head={head} tab="split" now={ctx.now} rights={rights} />
      <div className="min-h-0 flex-1 overflow-auto">
        {isReady ? (
          <SplitForm
            segment={{ id, name: segment.name }}
            fields={fields}
            usualField={await usualSplitField(ctx, id, fields)}
            entity={segment.entity}
            mayPublish={rights.publish}
          />
        ) : (
          <EmptyState
            className="m-4"
            title={rights.edit ? 'Publish it before you split it.' : rights.noEdit}
            actions={
              rights.edit && (
                <Button asChild>
                  <AppLink href={`/segments/${id}`}>Open the rule</AppLink>
                </Button>
              )
            }
          >
            {rights.edit && 'The parts ask who is in this segment, so it needs members first.'}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
