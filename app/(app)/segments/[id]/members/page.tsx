import type { Metadata } from 'next';
import { MembersView } from '#components/segments/members-view.tsx';
import { MovesView } from '#components/segments/moves-view.tsx';
import { SegmentHeader } from '#components/segments/segment-header.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { ViewSwitch } from '#components/segments/view-switch.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { bulkFacts } from '#lib/services/accounts/bulk-facts.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import { segmentHistory } from '#lib/services/segments/history.ts';
import { membersOnDay } from '#lib/services/segments/members-on-day.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Members' };

/** Who is or was in a segment, and who came and left. */
export default async function MembersPage({ params, searchParams }: PageProps<'/segments/[id]/members'>) {
  const [ctx, { id }, query] = await Promise.all([pageContext(), params, searchParams]);
  const head = await orNotFound(() => segmentPageHead(ctx, id));
  const { timeZone, currency } = getSettings(ctx).settings;
  const rights = segmentRights(ctx.actor);
  const { name, entity, kind } = head.segment;
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const asked = { day: text(query.asOf), sort: text(query.sort) };
  const shown = query.view === 'moves' ? null : await membersOnDay(ctx, id, asked);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SegmentHeader
        head={head}
        tab="members"
        now={ctx.now}
        rights={rights}
        actions={<ViewSwitch segmentId={id} current={shown ? 'members' : 'moves'} />}
      />
      {shown === null ? (
        <MovesView
          segmentId={id}
          segmentName={name}
          entity={entity}
          history={await segmentHistory(ctx, id, { limit: 200 })}
          timeZone={timeZone}
        />
      ) : (
        <MembersView
          page={shown.page}
          sort={shown.sort}
          facts={{
            ...{ asOfDay: shown.asOfDay, latestDay: shown.latestDay, segment: { id, name, entity, kind } },
            ...{ bulk: bulkFacts(ctx), customFields: listCustomColumns(ctx, entity) },
            noPin: rights.publish ? null : rights.noPublish,
            ...{ isPublished: head.segment.published !== null, mayExport: rights.export },
            ...{ timeZone, currency },
          }}
        />
      )}
    </div>
  );
}
