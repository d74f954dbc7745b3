import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { customColumns } from '#db/queries/fields/custom-values.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { can } from '#lib/permissions/can.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** What the list pages offer beside the rows: names for filters and bulk work, and what one may do. */
export function listFacts(ctx: Context, entity: 'account' | 'contact') {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const { references, segments } = loadCatalog(connection);
  const settings = workspaceSettings(connection);
  const plan = can(ctx.actor, 'plans.edit') ? findCurrentPlan(connection) : null;
  return {
    currency: settings.currency,
    timeZone: settings.timeZone,
    todayOn: dayOfInstant(ctx.now, settings.timeZone),
    segments: [...segments.values()]
      // Contacts are listed by a segment of their own and by one of their accounts.
      .filter(
        (segment) => segment.status === 'published' && (entity === 'contact' || segment.entity === entity),
      )
      .map(({ id, name }) => ({ id, name })),
    tiers: [...(references.tier ?? [])],
    reps: (references.rep ?? []).map(({ id, name }) => ({
      id,
      name,
      kind: id.startsWith('poo_') ? ('pool' as const) : ('rep' as const),
    })),
    territories: [...(references.territory ?? [])],
    customFields: customColumns(connection, entity),
    planId: plan ? toPublicId('plan', plan.id) : null,
    /** Whether the list holds the actor's own book only. */
    isScoped: !scopeOf(ctx.actor).all,
    may: {
      import: can(ctx.actor, 'imports.run'),
      export: can(ctx.actor, 'accounts.export'),
      create: can(ctx.actor, 'accounts.create'),
      edit: can(ctx.actor, 'accounts.edit'),
      setTier: can(ctx.actor, 'tiers.assign'),
      move: can(ctx.actor, 'plans.edit'),
      shareViews: can(ctx.actor, 'views.share'),
    },
  };
}
