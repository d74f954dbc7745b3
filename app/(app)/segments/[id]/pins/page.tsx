import type { Metadata } from 'next';
import { PinsView } from '#components/segments/pins-view.tsx';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';
import { listPins } from '#lib/services/segments/pin.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Pinned' };

/** Who is in a segment, or kept out of it, by hand. */
export default async function PinsPage({ params }: PageProps<'/segments/[id]/pins'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const { settings } = getSettings(ctx);
  const rights = segmentRights(ctx.actor);
  const { name, entity, kind } = head.segment;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader head={head} tab="pins" now={ctx.now} rights={rights} />
      <PinsView
        first={listPins(ctx, id, { limit: 200 })}
        segment={{ id, name, entity, kind }}
        timeZone={settings.timeZone}
        noPin={rights.publish ? null : rights.noPublish}
      />
    </div>
  );
}
