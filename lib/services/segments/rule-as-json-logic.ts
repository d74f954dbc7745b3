import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { pinSidesOf } from '#db/queries/segments/pin-sides.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type JsonLogic, toJsonLogic } from '#lib/rules/forms/json-logic.ts';
import { resolveDefinition } from '#lib/rules/resolve.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { requireDefinition } from './segment-rules.ts';
import { publishedRule, requireSegment } from './segment-view.ts';

/** A rule as JsonLogic, with relative dates as the days they mean now; throws `invalid` with all faults of the rule. */
export function ruleAsJsonLogic(ctx: Context, input: unknown): { logic: JsonLogic; asOf: number } {
  requireCan(ctx.actor, 'segments.preview');
  const { connection } = store();
  const catalog = loadCatalog(connection);
  const definition = requireDefinition(connection, input, { catalog, where: '/definition' });
  const { timeZone, fiscalYearStartMonth } = workspaceSettings(connection);
  const resolved = resolveDefinition(definition, {
    catalog,
    asOf: ctx.now,
    now: ctx.now,
    calendar: { timeZone, fiscalYearStartMonth },
    pinSides: pinSidesOf(connection),
    publishedRule: (id) => publishedRule(requireSegment(connection, id)),
  });
  return { logic: toJsonLogic(toRelational(resolved), catalog), asOf: ctx.now };
}
