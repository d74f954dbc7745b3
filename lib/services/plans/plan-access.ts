import type { Connection } from '#db/client.ts';
import { accountsOutsideScope } from '#db/queries/accounts/scope-filter.ts';
import { findPlan, findTerritory, type PlanRow, type TerritoryRow } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';

/** The plan behind a public id; throws `not_found`. */
export function requirePlan(connection: Connection, id: string): PlanRow {
  const plan = findPlan(connection, toRowId('plan', id));
  if (!plan) throw appError('not_found', `There is no plan "${id}".`);
  return plan;
}

/** Throws `invalid` for a scenario: only the plan that it stands beside has versions in force. */
export function requirePlanItself(plan: PlanRow): void {
  if (plan.scenarioOfPlanId === null) return;
  throw appError(
    'invalid',
    `"${plan.name}" is a scenario. Make it the draft of its plan first, then publish that.`,
  );
}

/** A territory of this plan; throws `not_found`. */
export function requireTerritory(connection: Connection, plan: PlanRow, id: string): TerritoryRow {
  const territory = findTerritory(connection, toRowId('territory', id));
  if (!territory || territory.planId !== plan.id) {
    throw appError('not_found', `The plan "${plan.name}" has no territory "${id}".`);
  }
  return territory;
}

/** Changing how a whole plan is cut, or publishing it, is for those who see all accounts. */
export function requireWholePlan(
  ctx: Context,
  action: 'plans.edit' | 'plans.publish' | 'plans.approve',
): void {
  requireCan(ctx.actor, action);
  if (scopeOf(ctx.actor).all) return;
  throw appError(
    'forbidden',
    'You see your team’s accounts only; changing or publishing the whole plan is for those who see all of them.',
  );
}

/** Throws `forbidden` unless the actor may see every one of these accounts. */
export function requireAccountsInScope(
  ctx: Context,
  connection: Connection,
  accountIds: readonly number[],
): void {
  const outside = accountsOutsideScope(connection, scopeOf(ctx.actor), accountIds);
  if (outside > 0) {
    throw appError(
      'forbidden',
      accountIds.length === 1
        ? 'This account is not in your books, so you cannot change it.'
        : `${outside} of these ${accountIds.length} accounts ${outside === 1 ? 'is' : 'are'} not in your books, so none was changed.`,
    );
  }
}

/** Throws `conflict` when the plan was changed since it was read. */
export function requirePlanVersion(plan: PlanRow, readVersion: number | null): void {
  if (readVersion === null || readVersion === plan.version) return;
  throw appError(
    'conflict',
    `Someone else changed "${plan.name}" meanwhile. Look at it again before you go on.`,
    {
      current: { version: plan.version },
    },
  );
}
