import { z } from 'zod';
import { store } from '#db/client.ts';
import { lastChange } from '#db/queries/preview/data-version.ts';
import { changedRecords, lastRefreshedChange } from '#db/queries/segments/changed-records.ts';
import { hasIntervals } from '#db/queries/segments/member-intervals.ts';
import { listPublishedSegments, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import type { Tx } from '#db/write.ts';
import type { JobControl } from '#lib/jobs/control.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshTiers } from '#lib/services/tiers/refresh.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { inReferenceOrder } from './reference-order.ts';
import { refreshRecords } from './refresh-records.ts';
import { writeMembersOrMark } from './write-members.ts';

export type RefreshCause = 'data' | 'time' | 'rule' | 'pin';

/** What a refresh did. `failed` names the segments whose rule could not be answered, with the reason. */
export type RefreshResult = {
  refreshed: number;
  entered: number;
  left: number;
  failed: { id: string; name: string; reason: string }[];
  tiersChanged: number;
};

/**
 * Evaluates published segments anew as of `ctx.now` and writes entries and exits with their cause, then the effective
 * tiers. A segment that others ask about comes before them. Safe to run twice. A segment whose members were never
 * written (a publish that was cut off) gets them with the cause `published`.
 */
export async function refreshSegments(
  ctx: Context,
  options: { cause: RefreshCause; segmentIds?: readonly number[] | undefined },
  control?: JobControl,
): Promise<RefreshResult> {
  const { connection } = store();
  const wanted = options.segmentIds && new Set(options.segmentIds);
  const segments = inReferenceOrder(
    listPublishedSegments(connection).filter((segment) => !wanted || wanted.has(segment.id)),
  );
  const result: RefreshResult = { refreshed: 0, entered: 0, left: 0, failed: [], tiersChanged: 0 };
  for (const [index, segment] of segments.entries()) {
    if (control?.isCancelled()) return result;
    control?.progress(index, segments.length, `Refreshing ${segment.name}`);
    const change = await writeMembersOrMark(ctx, segment, causesOf(segment, options.cause));
    if (!change) continue;
    if ('lastError' in change) {
      result.failed.push({
        id: toPublicId('segment', segment.id),
        name: segment.name,
        reason: change.lastError,
      });
      continue;
    }
    result.refreshed++;
    result.entered += change.entered;
    result.left += change.left;
  }
  result.tiersChanged = (await refreshTiers(ctx)).changed;
  control?.progress(segments.length, segments.length);
  return result;

  function causesOf(segment: SegmentRow, cause: RefreshCause) {
    const isFirst = !hasIntervals(connection, segment.id);
    const isNewRule = (segment.freshAt ?? 0) < (segment.publishedAt ?? 0);
    const because = isNewRule ? 'rule' : cause;
    return { enter: isFirst ? ('published' as const) : because, leave: because };
  }
}

const payloadSchema = z.object({
  cause: z.enum(['data', 'time', 'rule', 'pin']),
  segmentIds: z.array(z.number().int()).optional(),
});

/** More accounts than these are asked about segment by segment. */
const FEW_ACCOUNTS = 200;

/** What can be told by looking at the few records that changed since the last refresh; null when that is not enough. */
async function refreshFew(ctx: Context, through: number, control: JobControl): Promise<RefreshResult | null> {
  const { connection } = store();
  const after = lastRefreshedChange(connection);
  const changed = after === null ? null : changedRecords(connection, { after, through, most: FEW_ACCOUNTS });
  const few = changed && (await refreshRecords(ctx, changed));
  if (!few) return null;
  const { rest, ...done } = few;
  if (rest.length === 0) return { ...done, failed: [] };
  const whole = await refreshSegments(ctx, { cause: 'data', segmentIds: rest }, control);
  return {
    refreshed: done.refreshed + whole.refreshed,
    entered: done.entered + whole.entered,
    left: done.left + whole.left,
    tiersChanged: done.tiersChanged + whole.tiersChanged,
    failed: whole.failed,
  };
}

/**
 * The job `segments.refresh`. After single changes the records that changed are asked, otherwise whole segments are
 * evaluated. `through` is the last change that a refresh of all segments has read.
 */
export async function refreshSegmentsJob(
  ctx: Context,
  payload: unknown,
  control: JobControl,
): Promise<RefreshResult & { through?: number }> {
  const options = payloadSchema.parse(payload);
  const through = lastChange(store().connection);
  const isOfAll = options.segmentIds === undefined;
  const few = isOfAll && options.cause === 'data' ? await refreshFew(ctx, through, control) : null;
  const result = few ?? (await refreshSegments(ctx, options, control));
  return isOfAll && !control.isCancelled() ? { ...result, through } : result;
}

/**
 * Queues a refresh of all published segments; a waiting one absorbs the next. Call it inside every write that changes
 * accounts, contacts, technologies, signals, opportunities, activities or assignments.
 */
export function refreshSegmentsLater(tx: Tx): void {
  enqueue(tx, {
    kind: 'segments.refresh',
    payload: { cause: 'data' },
    dedupeKey: 'segments.refresh',
  });
}

/** Queues a refresh of one segment whose rule (publish, restore) or pins changed; returns the job's row id. */
export function refreshSegmentLater(
  tx: Tx,
  segmentId: number,
  userId: number | null,
  cause: 'rule' | 'pin' = 'rule',
): number {
  return enqueue(tx, {
    kind: 'segments.refresh',
    payload: { cause, segmentIds: [segmentId] },
    dedupeKey: `segments.refresh.${segmentId}`,
    userId,
  });
}
