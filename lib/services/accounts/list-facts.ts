import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { customColumns } from '#db/queries/fields/custom-values.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { bulkFacts } from './bulk-facts.ts';

/** What the list pages offer beside the rows: names for filters and bulk work, and what one may do. */
export function listFacts(ctx: Context, entity: 'account' | 'contact') {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const { references, segments } = loadCatalog(connection);
  const settings = workspaceSettings(connection);
  const bulk = bulkFacts(ctx);
  return {
    ...bulk,
    currency: settings.currency,
    timeZone: settings.timeZone,
    todayOn: dayOfInstant(ctx.now, settings.timeZone),
    segments: [...segments.values()]
      // Contacts are listed by a segment of their own and by one of their accounts.
      .filter(
        (segment) => segment.status === 'published' && (entity === 'contact' || segment.entity === entity),
      )
      .map(({ id, name }) => ({ id, name })),
    territories: [...(references.territory ?? [])],
    customFields: customColumns(connection, entity),
    /** Whether the list holds the actor's own book only. */
    isScoped: !scopeOf(ctx.actor).all,
    may: {
      import: can(ctx.actor, 'imports.run'),
      export: can(ctx.actor, 'accounts.export'),
      create: can(ctx.actor, 'accounts.create'),
      edit: can(ctx.actor, 'accounts.edit'),
      ...bulk.may,
      shareViews: can(ctx.actor, 'views.share'),
    },
  };
}
