import type { Metadata } from 'next';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { UsesList } from '#components/segments/uses-list.tsx';
import { VersionCompare } from '#components/segments/version-compare.tsx';
import { VersionsView } from '#components/segments/versions-view.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';
import { chosenPair, versionDifference } from '#lib/services/segments/version-difference.ts';
import { listVersions } from '#lib/services/segments/versions.ts';
import { whereUsed } from '#lib/services/segments/where-used.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Versions' };

/** The published versions of a segment, in words, and what asks about it. */
export default async function VersionsPage({ params, searchParams }: PageProps<'/segments/[id]/versions'>) {
  const [ctx, { id }, query] = await Promise.all([pageContext(), params, searchParams]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const { settings } = getSettings(ctx);
  const rights = segmentRights(ctx.actor);
  const { segment } = head;
  const versions = listVersions(ctx, id);
  const pair = chosenPair(versions, query);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader head={head} tab="versions" now={ctx.now} rights={rights} />
      <div className="min-h-0 flex-1 overflow-auto">
        {pair && (
          <VersionCompare
            numbers={versions.map((version) => version.number)}
            difference={await versionDifference(ctx, id, pair.from, pair.to)}
            entity={segment.entity}
          />
        )}
        <VersionsView
          segment={{ id, name: segment.name, version: segment.version }}
          versions={versions}
          entity={segment.entity}
          timeZone={settings.timeZone}
          noEdit={rights.edit ? null : rights.noEdit}
        />
        <UsesList uses={whereUsed(ctx, id)} />
      </div>
    </div>
  );
}
