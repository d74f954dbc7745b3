import { digest } from '#lib/rules/digest.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../client.ts';
import { fold } from './fold.ts';
import type { MemberInterval, SegmentTimes } from './member-intervals.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { type DemoSegment, demoSegments, type SegmentKey } from './segment-plan.ts';
import { demoTags } from './segment-tags.ts';
import { lastId, sheet } from './sheet.ts';

export type WrittenSegment = {
  segment: DemoSegment;
  id: number;
  times: SegmentTimes;
  /** Row ids of its versions and when each was published. */
  versions: { id: number; publishedAt: number }[];
};

/** A morning in office hours that many days ago. */
function morningAgo(calendar: SeedCalendar, days: number): number {
  return calendar.dayStart(calendar.today - days) + (9 * 60 + 12 + (days % 45)) * 60_000;
}

/** Writes segments with their tags and versions; members follow account by account. */
export function writeSegments(
  connection: Connection,
  limits: { targetScore: number; strategicScore: number },
  context: {
    calendar: SeedCalendar;
    tierIds: ReadonlyMap<number, number>;
    userIds: ReadonlyMap<string, number>;
  },
): Map<SegmentKey, WrittenSegment> {
  const { calendar, tierIds, userIds } = context;
  const firstId = lastId(connection, 'segments') + 1;
  const order: SegmentKey[] = demoSegments(limits, () => 'seg_1').map(({ key }) => key);
  const rowId = (key: SegmentKey) => firstId + order.indexOf(key);
  const segments = demoSegments(limits, (key) => toPublicId('segment', rowId(key)));
  const insert = sheet(connection, 'segments', [
    'id',
    'name',
    'name_folded',
    'description',
    'entity',
    'status',
    'parent_id',
    'owner_user_id',
    'tier_id',
    'draft',
    'published_version_id',
    'fresh_at',
    'review_due_on',
    'is_demo',
    'created_at',
    'updated_at',
    'retired_at',
  ]);
  const insertVersion = sheet(connection, 'segment_versions', [
    'id',
    'segment_id',
    'number',
    'definition',
    'digest',
    'note',
    'published_at',
    'published_by_user_id',
  ]);
  const insertTag = sheet(connection, 'segment_tags', ['segment_id', 'label', 'label_folded']);
  let versionId = lastId(connection, 'segment_versions');
  const written = new Map<SegmentKey, WrittenSegment>();
  for (const segment of segments) {
    const id = rowId(segment.key);
    const isPublished = segment.status !== 'draft';
    const versions = isPublished
      ? segment.versions.map(({ publishedDaysAgo }) => ({
          id: ++versionId,
          publishedAt: morningAgo(calendar, publishedDaysAgo),
        }))
      : [];
    const latest = segment.versions.at(-1);
    const publishedAt = versions[0]?.publishedAt ?? calendar.daysAgo(6);
    const retiredAt = segment.retiredDaysAgo === null ? null : morningAgo(calendar, segment.retiredDaysAgo);
    insert.add([
      id,
      segment.name,
      fold(segment.name),
      segment.description,
      'account',
      segment.status,
      segment.parent === null ? null : rowId(segment.parent),
      userIds.get(segment.owner) ?? null,
      segment.tier === null ? null : (tierIds.get(segment.tier) ?? null),
      JSON.stringify(latest?.definition),
      versions.at(-1)?.id ?? null,
      segment.status === 'published' ? calendar.now : retiredAt,
      calendar.today + segment.reviewDueInDays,
      1,
      publishedAt - 3_600_000,
      versions.at(-1)?.publishedAt ?? publishedAt,
      retiredAt,
    ]);
    for (const tag of demoTags[segment.key]) insertTag.add([id, tag, fold(tag)]);
    versions.forEach((version, at) => {
      const stored = segment.versions[at];
      if (!stored) return;
      insertVersion.add([
        version.id,
        id,
        at + 1,
        JSON.stringify(stored.definition),
        digest(stored.definition),
        stored.note,
        version.publishedAt,
        userIds.get('Dara') ?? null,
      ]);
    });
    const times = { publishedAt, changedAt: versions[1]?.publishedAt ?? null, retiredAt };
    written.set(segment.key, { segment, id, times, versions });
  }
  return written;
}

/** Writes membership intervals and counts who was in when each version was published. */
export function memberSheet(connection: Connection) {
  const rows = sheet(connection, 'segment_members', [
    'segment_id',
    'record_id',
    'from_at',
    'to_at',
    'enter_cause',
    'leave_cause',
  ]);
  const counts = new Map<number, number>();
  return {
    add: (
      { id, versions }: WrittenSegment,
      accountId: number,
      intervals: readonly MemberInterval[],
    ): void => {
      for (const { fromAt, toAt, enterCause, leaveCause } of intervals) {
        rows.add([id, accountId, fromAt, toAt, enterCause, leaveCause]);
        for (const version of versions) {
          const wasIn = fromAt <= version.publishedAt && (toAt === null || toAt > version.publishedAt);
          if (wasIn) counts.set(version.id, (counts.get(version.id) ?? 0) + 1);
        }
      }
    },
    finish: (): void => {
      const update = connection.prepare('UPDATE segment_versions SET member_count = ? WHERE id = ?');
      for (const [versionId, count] of counts) update.run(count, versionId);
    },
  };
}
