import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { getSegment } from '#lib/services/segments/get.ts';
import { requireSegment, type SegmentView } from '#lib/services/segments/segment-view.ts';
import { refreshTiersLater } from './refresh.ts';
import { requireTier, requireTierable } from './tier-view.ts';

/** Gives a segment's members a tier, or none; takes effect at once, without a publish. */
export async function assignTierToSegment(
  ctx: Context,
  segmentId: string,
  tierId: string | null,
): Promise<SegmentView> {
  requireCan(ctx.actor, 'tiers.edit');
  const tier = tierId === null ? null : requireTier(store().connection, tierId);
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, segmentId);
    if (tier) requireTierable(row);
    if (row.tierId === (tier?.id ?? null)) return;
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
  });
  return getSegment(ctx, segmentId);
}
