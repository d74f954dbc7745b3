import { store } from '#db/client.ts';
import { listTierRows } from '#db/queries/tiers/tier-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Names of the tiers in force for pickers, highest first, without counting anything. */
export function listTierNames(ctx: Context): { id: string; name: string }[] {
  requireCan(ctx.actor, 'tiers.read');
  return listTierRows(store().connection).map(({ id, name }) => ({ id: toPublicId('tier', id), name }));
}
