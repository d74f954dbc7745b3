import { store } from '#db/client.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireSegment, type SegmentView, segmentView } from './segment-view.ts';

/** One segment with its draft and its published version; one in the Trash too, so that a link to it still reads. */
export function getSegment(ctx: Context, id: string): SegmentView {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  return segmentView(connection, requireSegment(connection, id, { inTrash: true }));
}
