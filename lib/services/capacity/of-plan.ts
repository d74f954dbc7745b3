import 'server-only';
import { store } from '#db/client.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { CapacityQuery, CapacityView } from '#lib/shared/capacity-shapes.ts';
import { slots } from '#lib/territories/plan-model.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from '../plans/plan-access.ts';
import { ruleMembers } from '../plans/rule-members.ts';
import { capacityPlan } from './get.ts';

/** `capacityPlan`, with the accounts that a plan or scenario gives to the role where the query names one. */
export async function capacityOfPlan(ctx: Context, query: CapacityQuery): Promise<CapacityView> {
  requireCan(ctx.actor, 'plans.read');
  const view = capacityPlan(ctx, query);
  const slot = slots.find((item) => item === view.slot);
  if (query.plan === undefined || view.demand !== 'held' || slot === undefined) return view;
  const plan = requirePlan(store().connection, query.plan);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const heldIds = await heavyRead('heldInDraft', {
    planId: plan.id,
    members,
    today,
    slot,
    scope: scopeOf(ctx.actor),
  });
  return capacityPlan(ctx, query, heldIds);
}
