import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** What bulk work with accounts offers to choose from, and what one may do. */
export function bulkFacts(ctx: Context) {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const { references } = loadCatalog(connection);
  const plan = can(ctx.actor, 'plans.edit') ? findCurrentPlan(connection) : null;
  return {
    tiers: [...(references.tier ?? [])],
    reps: (references.rep ?? []).map(({ id, name }) => ({
      id,
      name,
      kind: id.startsWith('poo_') ? ('pool' as const) : ('rep' as const),
    })),
    planId: plan ? toPublicId('plan', plan.id) : null,
    may: { setTier: can(ctx.actor, 'tiers.assign'), move: can(ctx.actor, 'plans.edit') },
  };
}
