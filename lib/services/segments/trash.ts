import { updateSegment } from '#db/queries/segments/save-segment.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshTiersLater } from '#lib/services/tiers/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { getSegment } from './get.ts';
import { refreshSegmentLater } from './refresh.ts';
import { requireFreeName } from './add-segment.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';
import { findUses, namesOfUses } from './where-used.ts';

/** Moves a segment to the Trash, where it stays 30 days. Refused while other rules ask about it, with their names. */
export async function trashSegment(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'segments.edit');
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (row.status === 'published') requireCan(ctx.actor, 'segments.publish');
    const uses = findUses(tx.connection, id);
    if (uses.length > 0) {
      throw appError(
        'invalid',
        `"${row.name}" is used by ${namesOfUses(uses)}. Take it out of ${uses.length === 1 ? 'that rule' : 'those rules'} first.`,
      );
    }
    updateSegment(tx.connection, row.id, { archivedAt: ctx.now }, ctx.now);
    tx.audit({
      action: 'segment.trash',
      entity: 'segment',
      recordId: row.id,
      summary: `Moved the segment "${row.name}" to the Trash.`,
    });
    tx.changed({ entity: 'segment', recordId: row.id, op: 'delete' });
    if (row.tierId !== null) refreshTiersLater(tx);
  });
}

/** Takes a segment back out of the Trash, as it was. */
export async function untrashSegment(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.edit');
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id, { inTrash: true });
    if (row.archivedAt === null) return;
    requireFreeName(tx.connection, row.name, row.id);
    updateSegment(tx.connection, row.id, { archivedAt: null }, ctx.now);
    tx.audit({
      action: 'segment.untrash',
      entity: 'segment',
      recordId: row.id,
      summary: `Took the segment "${row.name}" out of the Trash.`,
    });
    tx.changed({ entity: 'segment', recordId: row.id, op: 'create' });
    if (row.status === 'published') refreshSegmentLater(tx, row.id, ctx.actor.userId);
  });
  return getSegment(ctx, id);
}
