import { store } from '#db/client.ts';
import { listSegmentRows } from '#db/queries/segments/segment-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Names of all segments for pickers, without counting anything. */
export function listSegmentNames(ctx: Context): { id: string; name: string; status: string }[] {
  requireCan(ctx.actor, 'segments.read');
  return listSegmentRows(store().connection).map(({ id, name, status }) => ({
    id: toPublicId('segment', id),
    name,
    status,
  }));
}
