import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { listRepRows } from '#db/queries/reps/rep-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type PackedCatalog, packCatalog } from '#lib/rules/packed-catalog.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { requirePlan } from './plan-access.ts';
import { scenarioChoices } from '../scenarios/list-scenarios.ts';
import { getCurrentPlan, getPlan } from './get-plan.ts';

export type PlannerPage = {
  plan: PlanView | null;
  /** Its scenarios that are not put away. */
  scenarios: { id: string; name: string }[];
  /** Everybody active who can hold accounts. */
  holders: { id: string; name: string; kind: 'rep' | 'pool'; role: string | null }[];
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  now: number;
  catalog: PackedCatalog;
};

/** Everything that the planner's pages show first, about the current plan or the one of an id. Throws `not_found`. */
export async function plannerPage(ctx: Context, planId?: string | null): Promise<PlannerPage> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const { currency, timeZone, fiscalYearStartMonth } = workspaceSettings(connection);
  const plan = planId ? await getPlan(ctx, planId) : await getCurrentPlan(ctx);
  return {
    plan,
    scenarios: plan ? scenarioChoices(ctx, plan.id) : [],
    holders: listRepRows(connection, { all: true })
      .filter((rep) => rep.isActive === 1)
      .map(({ id, name, kind, role }) => ({ id: toPublicId('rep', id), name, kind, role })),
    currency,
    timeZone,
    fiscalYearStartMonth,
    now: ctx.now,
    catalog: packCatalog(loadCatalog(connection)),
  };
}

/** Id and name of one plan or scenario, without its totals. Throws `not_found`. */
export function planHead(ctx: Context, planId: string): { id: string; name: string } {
  requireCan(ctx.actor, 'plans.read');
  return { id: planId, name: requirePlan(store().connection, planId).name };
}

/** The plan's id and name, without its totals; null before there is one. */
export function currentPlanHead(ctx: Context): { id: string; name: string } | null {
  requireCan(ctx.actor, 'plans.read');
  const plan = findCurrentPlan(store().connection);
  return plan ? { id: toPublicId('plan', plan.id), name: plan.name } : null;
}
