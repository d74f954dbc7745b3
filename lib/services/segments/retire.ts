import { updateSegment } from '#db/queries/segments/save-segment.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshTiersLater } from '#lib/services/tiers/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { getSegment } from './get.ts';
import { refreshSegmentLater } from './refresh.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';
import { findUses, namesOfUses } from './where-used.ts';

/**
 * Retires one segment within the caller's write; false when it was retired already. Throws `invalid` with the names of
 * what asks about it, unless the caller knows (`evenIfUsed`).
 */
export function retireStep(tx: Tx, ctx: Context, row: SegmentRow, evenIfUsed: boolean): boolean {
  if (row.status === 'retired') return false;
  if (row.status === 'draft') {
    throw appError('invalid', `"${row.name}" was never published. Move it to the Trash instead.`);
  }
  const uses = findUses(tx.connection, toPublicId('segment', row.id));
  if (uses.length > 0 && !evenIfUsed) {
    const message = `"${row.name}" is used by ${namesOfUses(uses)}. They would go on reading its last version, which nobody reviews any more.`;
    throw appError('invalid', message, { issues: [{ path: '', code: 'in_use', message }] });
  }
  updateSegment(tx.connection, row.id, { status: 'retired', retiredAt: ctx.now }, ctx.now);
  note(tx, row.id, 'segment.retire', `Retired the segment "${row.name}".`);
  if (row.tierId !== null) refreshTiersLater(tx);
  return true;
}

/** Puts one retired segment back in use within the caller's write; false when it was in use. */
export function restoreStep(tx: Tx, ctx: Context, row: SegmentRow): boolean {
  if (row.status !== 'retired') return false;
  updateSegment(tx.connection, row.id, { status: 'published', retiredAt: null }, ctx.now);
  note(tx, row.id, 'segment.restore', `Put the segment "${row.name}" back in use.`);
  refreshSegmentLater(tx, row.id, ctx.actor.userId);
  return true;
}

/**
 * Takes a published segment out of use. It keeps its last version, which references go on reading, and its last
 * members, which are no longer refreshed; it gives no tier. Refused while something asks about it, unless told so.
 */
export async function retireSegment(
  ctx: Context,
  id: string,
  { evenIfUsed = false }: { evenIfUsed?: boolean | undefined } = {},
): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.publish');
  await write(ctx, (tx) => retireStep(tx, ctx, requireSegment(tx.connection, id), evenIfUsed));
  return getSegment(ctx, id);
}

/** Puts a retired segment back in use with its last version; its members are brought up to date by a job. */
export async function restoreSegment(ctx: Context, id: string): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.publish');
  await write(ctx, (tx) => restoreStep(tx, ctx, requireSegment(tx.connection, id)));
  return getSegment(ctx, id);
}

function note(tx: Tx, recordId: number, action: string, summary: string): void {
  tx.audit({ action, entity: 'segment', recordId, summary });
  tx.changed({ entity: 'segment', recordId, op: 'update' });
}
