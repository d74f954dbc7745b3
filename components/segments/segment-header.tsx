import type { ReactNode } from 'react';
import { Callout } from '#components/ui/callout.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { formatDay, formatRelative } from '#lib/shared/format.ts';
import type { Segment } from '#lib/shared/segment-shapes.ts';
import { SegmentMenu } from './segment-menu.tsx';
import type { SegmentRights } from './segment-rights.ts';
import { type SegmentTab, SegmentTabs } from './segment-tabs.tsx';
import { StatusChips } from './status-chips.tsx';

export type SegmentHead = {
  segment: Segment;
  members: number | null;
  /** Records pinned in and kept out. */
  pins: number;
  versions: number;
  /** When it is evaluated next at the latest; epoch ms. */
  nextRefreshAt: number | null;
  isReviewDue: boolean;
  isWriting: boolean;
};

/** Bar and tabs that the pages of one segment share. */
export function SegmentHeader({
  head,
  tab,
  now,
  rights,
  actions,
}: {
  head: SegmentHead;
  tab: SegmentTab;
  now: number;
  rights: SegmentRights;
  actions?: ReactNode;
}) {
  const { segment, members, pins, versions, nextRefreshAt, isReviewDue, isWriting } = head;
  const facts = [
    ...(segment.freshAt === null ? [] : [`fresh ${formatRelative(segment.freshAt, now)}`]),
    ...(nextRefreshAt === null
      ? []
      : [`next refresh ${formatRelative(nextRefreshAt, now)}, or when data change`]),
    ...(segment.reviewDueOn === null ? [] : [`review due ${formatDay(segment.reviewDueOn)}`]),
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Segments', href: '/segments' }]}
        title={segment.name}
        status={
          <StatusChips
            status={segment.status}
            hasUnpublishedChanges={segment.hasUnpublishedChanges}
            lastError={segment.lastError}
            versionNumber={segment.published?.number ?? null}
            isReviewDue={isReviewDue}
            isWriting={isWriting}
          />
        }
        facts={facts.join(' · ')}
        actions={
          <>
            {actions}
            <SegmentMenu
              segment={{
                id: segment.id,
                name: segment.name,
                status: segment.status,
                entity: segment.entity,
                kind: segment.kind,
                archivedAt: segment.archivedAt,
                isReviewDue,
              }}
              rights={rights}
            />
          </>
        }
      />
      {segment.lastError && (
        <Callout tone="bad" title="The last refresh failed; the members of before stay.">
          {segment.lastError}
        </Callout>
      )}
      <SegmentTabs
        segmentId={segment.id}
        current={tab}
        kind={segment.kind}
        pins={pins}
        members={members}
        versions={versions}
      />
    </>
  );
}
