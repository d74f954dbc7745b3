import { store } from '#db/client.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { addSegment, freeName } from './add-segment.ts';
import { createList } from './create-list.ts';
import { getSegment } from './get.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';

/** A new draft (of a fixed list: a list of its present members) with the rule, description and parent of another segment; its tier and members stay with the first. */
export async function duplicateSegment(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.edit');
  const row = requireSegment(store().connection, id);
  if (row.kind === 'list') {
    const name = freeName(store().connection, `Copy of ${row.name}`);
    return (await createList(ctx, { name, description: row.description, fromSegmentId: id })).segment;
  }
  const rowId = await write(ctx, (tx) =>
    addSegment(
      tx,
      {
        name: freeName(tx.connection, `Copy of ${row.name}`),
        description: row.description,
        entity: row.entity,
        parentId: row.parentId,
        ownerUserId: ctx.actor.userId,
        tierId: null,
        draft: row.draft,
      },
      ctx.now,
    ),
  );
  return getSegment(ctx, toPublicId('segment', rowId));
}
