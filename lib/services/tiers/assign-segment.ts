import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { getSegment } from '#lib/services/segments/get.ts';
import { requireSegment, type SegmentView } from '#lib/services/segments/segment-view.ts';
import { refreshTiersLater } from './refresh.ts';
import { requireTier, requireTierable } from './tier-view.ts';

/** Gives one segment's members a tier within the caller's write; false when they have it already. */
export function assignTierStep(tx: Tx, ctx: Context, row: SegmentRow, tierId: string | null): boolean {
  const tier = tierId === null ? null : requireTier(tx.connection, tierId);
  if (tier) requireTierable(row);
  if (row.tierId === (tier?.id ?? null)) return false;
  updateSegment(tx.connection, row.id, { tierId: tier?.id ?? null }, ctx.now);
  tx.audit({
    action: 'segment.tier',
    entity: 'segment',
    recordId: row.id,
    summary: tier
      ? `The segment "${row.name}" now gives the tier "${tier.name}".`
      : `The segment "${row.name}" gives no tier any more.`,
    before: { tierId: row.tierId },
    after: { tierId: tier?.id ?? null },
  });
  tx.changed({ entity: 'segment', recordId: row.id, op: 'update' });
  refreshTiersLater(tx);
  return true;
}

/** Gives a segment's members a tier, or none; takes effect at once, without a publish. */
export async function assignTierToSegment(
  ctx: Context,
  segmentId: string,
  tierId: string | null,
): Promise<SegmentView> {
  requireCan(ctx.actor, 'tiers.edit');
  if (tierId !== null) requireTier(store().connection, tierId);
  await write(ctx, (tx) => assignTierStep(tx, ctx, requireSegment(tx.connection, segmentId), tierId));
  return getSegment(ctx, segmentId);
}
