import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { getSegment } from './get.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';

const REVIEW_DAYS = 90;

/** Says that a published definition was looked at and still holds: the next review is due a quarter from today. */
export async function markReviewed(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.publish');
  const today = dayOfInstant(ctx.now, workspaceSettings(store().connection).timeZone);
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (row.status !== 'published') {
      throw appError('invalid', `"${row.name}" is not published, so there is nothing to review yet.`);
    }
    updateSegment(tx.connection, row.id, { reviewDueOn: today + REVIEW_DAYS }, ctx.now);
    tx.audit({
      action: 'segment.review',
      entity: 'segment',
      recordId: row.id,
      summary: `Reviewed the segment "${row.name}"; the rule stays as it is.`,
    });
    tx.changed({ entity: 'segment', recordId: row.id, op: 'update' });
  });
  return getSegment(ctx, id);
}
