import { store } from '#db/client.ts';
import { holderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanMap, PlanMapQuery } from '#lib/shared/plan-map-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { accountsByRule } from './rule-accounts.ts';
import { ruleMembers } from './rule-members.ts';
import { colourOf } from './territory-views.ts';

/** Every account of a plan's draft within scope, in columns for a map; with `rule` only those that match it. */
export async function planMap(
  ctx: Context,
  planId: string,
  query: PlanMapQuery,
  signal?: AbortSignal,
): Promise<PlanMap> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const only = await accountsByRule(ctx, query.rule, signal);
  const { territoryIds, repIds, ...map } = await heavyRead(
    'planMap',
    { planId: plan.id, members, today, scope: scopeOf(ctx.actor), slot: query.slot, only },
    { signal },
  );
  const people = new Map(holderRows(connection).map((holder) => [holder.id, holder.name]));
  const rows = new Map(territoryRows(connection, plan.id).map((row) => [row.id, row]));
  return {
    ...map,
    territories: territoryIds.map((id) => ({
      id: toPublicId('territory', id),
      name: rows.get(id)?.name ?? 'a territory of an earlier plan',
      ...colourOf(rows.get(id)),
    })),
    holders: repIds.map((id) => ({ id: toPublicId('rep', id), name: people.get(id) ?? 'somebody who left' })),
  };
}
