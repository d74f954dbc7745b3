import { store } from '#db/client.ts';
import {
  closeIntervals,
  type EnterCause,
  type LeaveCause,
  openIntervals,
  openMemberIds,
} from '#db/queries/segments/member-intervals.ts';
import { markRefreshed } from '#db/queries/segments/save-segment.ts';
import { findSegment, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { write } from '#db/write.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { JobControl } from '#lib/jobs/control.ts';
import type { Context } from '#lib/permissions/context.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { differenceOf } from './difference.ts';
import { publishedRule } from './segment-view.ts';

export type MemberCauses = { enter: EnterCause; leave: LeaveCause };
export type MemberChange = { entered: number; left: number; members: number };

const BATCH = 2_000;

/**
 * Evaluates a published segment as of `ctx.now` and writes who came and who went as intervals, in small writes.
 * Stops between two writes when the job is cancelled or another version was published meanwhile; doing it again
 * continues, because it only ever writes what differs. Returns null when stopped.
 */
export async function writeMembers(
  ctx: Context,
  segment: SegmentRow,
  causes: MemberCauses,
  control?: JobControl,
): Promise<MemberChange | null> {
  const definition = publishedRule(segment);
  if (!definition) return null;
  const members = await evaluator().members({
    definition,
    segmentId: toPublicId('segment', segment.id),
    asOf: ctx.now,
    now: ctx.now,
    scope: { all: true },
  });
  const { entered, left } = differenceOf(openMemberIds(store().connection, segment.id), members);
  const total = entered.length + left.length;
  for (let done = 0; done < total; done += BATCH) {
    control?.progress(done, total, `Writing the members of ${segment.name}`);
    if (control?.isCancelled()) return null;
    const goesOn = await write(ctx, (tx) => {
      const current = findSegment(tx.connection, segment.id);
      if (current?.publishedVersionId !== segment.publishedVersionId) return false;
      const leaving = left.slice(done, done + BATCH);
      const room = done + BATCH - left.length;
      const entering = room <= 0 ? [] : entered.slice(Math.max(0, done - left.length), room);
      if (leaving.length > 0) closeIntervals(tx.connection, segment.id, leaving, causes.leave, ctx.now);
      if (entering.length > 0) openIntervals(tx.connection, segment.id, entering, causes.enter, ctx.now);
      return true;
    });
    if (!goesOn) return null;
  }
  await write(ctx, (tx) => {
    const current = findSegment(tx.connection, segment.id);
    if (current?.publishedVersionId !== segment.publishedVersionId) return;
    markRefreshed(tx.connection, segment.id, { freshAt: ctx.now, memberCount: members.length });
    const entity = total > 0 ? 'segmentMember' : 'segmentRefresh';
    tx.changed({ entity, recordId: segment.id, op: total > 0 ? 'bulk' : 'update' });
  });
  control?.progress(total, total);
  return { entered: entered.length, left: left.length, members: members.length };
}

/** As `writeMembers`; a rule that cannot be answered keeps its last membership and is marked with the reason. */
export async function writeMembersOrMark(
  ctx: Context,
  segment: SegmentRow,
  causes: MemberCauses,
  control?: JobControl,
): Promise<MemberChange | { lastError: string } | null> {
  try {
    return await writeMembers(ctx, segment, causes, control);
  } catch (error) {
    if (!isAppError(error) || error.code === 'unavailable') throw error;
    const lastError = error.message;
    await write(ctx, (tx) => {
      markRefreshed(tx.connection, segment.id, { lastError });
      tx.changed({ entity: 'segmentRefresh', recordId: segment.id, op: 'update' });
    });
    return { lastError };
  }
}
