import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import {
  findCurrentPlan,
  findPlan,
  holderRows,
  type PlanRow,
  territoryHolderRows,
  territoryRows,
} from '#db/queries/plans/plan-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { bookViews } from './book-views.ts';
import { ruleMembers } from './rule-members.ts';
import { territoryViews } from './territory-views.ts';

/** The workspace's plan with all its totals, or null before anybody started one. */
export async function getCurrentPlan(ctx: Context): Promise<PlanView | null> {
  requireCan(ctx.actor, 'plans.read');
  const found = findCurrentPlan(store().connection);
  return found ? viewOf(ctx, found) : null;
}

/** A plan with its territories, books before and after, and how much would move. Throws `not_found`. */
export async function getPlan(ctx: Context, id: string): Promise<PlanView> {
  requireCan(ctx.actor, 'plans.read');
  return viewOf(ctx, requirePlan(store().connection, id));
}

async function viewOf(ctx: Context, plan: PlanRow): Promise<PlanView> {
  const { connection } = store();
  const { members, issues, today } = await ruleMembers(ctx, plan.id);
  const scope = scopeOf(ctx.actor);
  const picture = await heavyRead('planPicture', { planId: plan.id, members, today, scope });
  const settings = workspaceSettings(connection);
  const { territories, unassigned } = territoryViews({
    rows: territoryRows(connection, plan.id),
    holders: territoryHolderRows(connection, plan.id),
    totals: picture.territories,
    names: new Map(holderRows(connection).map((holder) => [holder.id, holder.name])),
    issues,
    catalog: loadCatalog(connection),
    calendar: settings,
    now: ctx.now,
  });
  return {
    id: toPublicId('plan', plan.id),
    name: plan.name,
    status: plan.status,
    version: plan.version,
    publishedAt: plan.publishedAt === null ? null : formatIsoInstant(plan.publishedAt),
    publishedNumber: plan.publishedNumber,
    startsOn: plan.startsOn === null ? null : formatIsoDay(plan.startsOn),
    endsOn: plan.endsOn === null ? null : formatIsoDay(plan.endsOn),
    scenario: scenarioOf(plan),
    accounts: picture.accounts,
    territories,
    unassigned,
    books: bookViews(holdersNow(connection, today), picture, territoryHolderRows(connection, plan.id), scope),
    toleranceRate: settings.balanceToleranceRate,
    locks: picture.locks,
    moves: picture.moves,
    movedAmount: picture.movedAmount,
    placesNewAccounts: plan.placesNewAccounts === 1,
    unassignedReasons: picture.unassignedReasons,
  };
}

function scenarioOf(plan: PlanRow): PlanView['scenario'] {
  if (plan.scenarioOfPlanId === null) return null;
  return {
    of: {
      id: toPublicId('plan', plan.scenarioOfPlanId),
      name: findPlan(store().connection, plan.scenarioOfPlanId)?.name ?? '',
    },
    note: plan.note,
    rebasedAt: plan.rebasedAt === null ? null : formatIsoInstant(plan.rebasedAt),
    isArchived: plan.archivedAt !== null,
  };
}
