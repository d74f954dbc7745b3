import { store } from '#db/client.ts';
import { setTierArchived } from '#db/queries/tiers/tier-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Tier } from '#lib/shared/tier-shapes.ts';
import { requireFreeTierName } from './create.ts';
import { getTier } from './list.ts';
import { refreshTiersLater } from './refresh.ts';
import { requireTier } from './tier-view.ts';

/** Takes a tier out of use: its accounts fall to the next tier that they have. History stays. */
export function archiveTier(ctx: Context, id: string): Promise<Tier> {
  return setArchived(ctx, id, ctx.now);
}

/** Puts an archived tier back in use; segments and accounts that had it give it again. */
export function restoreTier(ctx: Context, id: string): Promise<Tier> {
  return setArchived(ctx, id, null);
}

async function setArchived(ctx: Context, id: string, archivedAt: number | null): Promise<Tier> {
  requireCan(ctx.actor, 'tiers.edit');
  const tier = requireTier(store().connection, id, { archived: true });
  if (archivedAt === null) requireFreeTierName(tier.name, tier.id);
  if ((tier.archivedAt === null) === (archivedAt === null)) return getTier(ctx, id);
  await write(ctx, (tx) => {
    setTierArchived(tx.connection, tier.id, archivedAt, ctx.now);
    tx.audit({
      action: archivedAt === null ? 'tier.restore' : 'tier.archive',
      entity: 'tier',
      recordId: tier.id,
      summary: `${archivedAt === null ? 'Restored' : 'Archived'} the tier "${tier.name}".`,
    });
    tx.changed({ entity: 'tier', recordId: tier.id, op: 'update' });
    refreshTiersLater(tx);
  });
  return getTier(ctx, id);
}
