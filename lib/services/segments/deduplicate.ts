import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { addSegment, freeName } from './add-segment.ts';
import { getSegment } from './get.ts';
import { requireComparable } from './overlap.ts';
import type { SegmentView } from './segment-view.ts';

/** In this segment and in none of the earlier ones. */
function draftWithout(ctx: Context, row: SegmentRow, earlier: readonly SegmentRow[]): Draft {
  const membership = (segment: SegmentRow, member: boolean) => ({
    id: ctx.newId(),
    kind: 'segment' as const,
    segmentId: toPublicId('segment', segment.id),
    member,
  });
  const rules = [membership(row, true), ...earlier.map((segment) => membership(segment, false))];
  return { version: 1, entity: row.entity, root: { id: ctx.newId(), kind: 'group', op: 'all', rules } };
}

/**
 * Drafts that share nobody: for each segment after the first, its members without those of the segments before it. They
 * refer to the segments, so they follow them. The first segment stays itself.
 */
export async function deduplicateSegments(ctx: Context, ids: readonly string[]): Promise<SegmentView[]> {
  requireCan(ctx.actor, 'segments.edit');
  const made = await write(ctx, (tx) => {
    const rows = requireComparable(tx.connection, ids);
    return rows.slice(1).map((row, at) => {
      const earlier = rows.slice(0, at + 1);
      const names = earlier.map((segment) => segment.name).join(', ');
      return addSegment(
        tx,
        {
          name: freeName(tx.connection, `${row.name}, deduplicated`.slice(0, 110)),
          description: `${row.name} without ${names}.`.slice(0, 1000),
          entity: row.entity,
          parentId: row.id,
          ownerUserId: ctx.actor.userId,
          tierId: null,
          draft: JSON.stringify(draftWithout(ctx, row, earlier)),
        },
        ctx.now,
      );
    });
  });
  return made.map((rowId) => getSegment(ctx, toPublicId('segment', rowId)));
}
