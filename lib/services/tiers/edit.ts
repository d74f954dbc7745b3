import { store } from '#db/client.ts';
import { updateTier } from '#db/queries/tiers/tier-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Tier, TierInput } from '#lib/shared/tier-shapes.ts';
import { requireFreeTierName } from './create.ts';
import { getTier } from './list.ts';
import { refreshTiersLater } from './refresh.ts';
import { requireTier, tierValues, tierView } from './tier-view.ts';

/** Saves a tier; throws `conflict` with the stored one when `readVersion` is not the latest. */
export async function editTier(
  ctx: Context,
  id: string,
  input: TierInput,
  readVersion: number,
): Promise<Tier> {
  requireCan(ctx.actor, 'tiers.edit');
  const { id: rowId } = requireTier(store().connection, id);
  requireFreeTierName(input.name, rowId);
  await write(ctx, (tx) => {
    const before = requireTier(tx.connection, id);
    if (before.version !== readVersion) {
      throw appError('conflict', `Someone else changed "${before.name}" in the meantime.`, {
        current: tierView(before),
      });
    }
    updateTier(tx.connection, rowId, tierValues(input), ctx.now);
    tx.audit({
      action: 'tier.edit',
      entity: 'tier',
      recordId: rowId,
      summary: `Changed the tier "${input.name}".`,
      before: tierView(before),
      after: input,
    });
    tx.changed({ entity: 'tier', recordId: rowId, op: 'update' });
    if (before.rank !== input.rank) refreshTiersLater(tx);
  });
  return getTier(ctx, id);
}
