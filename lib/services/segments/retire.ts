import { updateSegment } from '#db/queries/segments/save-segment.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshTiersLater } from '#lib/services/tiers/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { getSegment } from './get.ts';
import { refreshSegmentLater } from './refresh.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';

/**
 * Takes a published segment out of use. It keeps its last version, which references go on reading, and its last
 * members, which are no longer refreshed; it gives no tier.
 */
export async function retireSegment(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.publish');
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (row.status === 'retired') return;
    if (row.status === 'draft') {
      throw appError('invalid', `"${row.name}" was never published. Move it to the Trash instead.`);
    }
    updateSegment(tx.connection, row.id, { status: 'retired', retiredAt: ctx.now }, ctx.now);
    note(tx, row.id, 'segment.retire', `Retired the segment "${row.name}".`);
    if (row.tierId !== null) refreshTiersLater(tx);
  });
  return getSegment(ctx, id);
}

/** Puts a retired segment back in use with its last version; its members are brought up to date by a job. */
export async function restoreSegment(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.publish');
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (row.status !== 'retired') return;
    updateSegment(tx.connection, row.id, { status: 'published', retiredAt: null }, ctx.now);
    note(tx, row.id, 'segment.restore', `Put the segment "${row.name}" back in use.`);
    refreshSegmentLater(tx, row.id, ctx.actor.userId);
  });
  return getSegment(ctx, id);
}

function note(tx: Tx, recordId: number, action: string, summary: string): void {
  tx.audit({ action, entity: 'segment', recordId, summary });
  tx.changed({ entity: 'segment', recordId, op: 'update' });
}
