import type { Metadata } from 'next';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { UsesList } from '#components/segments/uses-list.tsx';
import { VersionsView } from '#components/segments/versions-view.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';
import { listVersions } from '#lib/services/segments/versions.ts';
import { whereUsed } from '#lib/services/segments/where-used.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Versions' };

/** The published versions of a segment, in words, and what asks about it. */
export default async function VersionsPage({ params }: PageProps<'/segments/[id]/versions'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const { settings } = getSettings(ctx);
  const rights = segmentRights(ctx.actor);
  const { segment } = head;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader head={head} tab="versions" now={ctx.now} rights={rights} />
      <div className="min-h-0 flex-1 overflow-auto">
        <VersionsView
          segment={{ id, name: segment.name, version: segment.version }}
          versions={listVersions(ctx, id)}
          entity={segment.entity}
          timeZone={settings.timeZone}
          noEdit={rights.edit ? null : rights.noEdit}
        />
        <UsesList uses={whereUsed(ctx, id)} />
      </div>
    </div>
  );
}
