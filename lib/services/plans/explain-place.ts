import { store } from '#db/client.ts';
import { findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import { holderHistory, placeHistory } from '#db/queries/plans/place-history.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { PlaceExplained, PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireAccountsInScope, requirePlan } from './plan-access.ts';
import { viewsOf } from './plan-accounts.ts';
import { ruleMembers } from './rule-members.ts';

/**
 * Why an account lies where it lies in the draft, or in the plan or scenario of an id, and who held it since when.
 * Throws `forbidden` outside the actor's scope.
 */
export async function explainPlace(
  ctx: Context,
  accountId: string,
  planId?: string | undefined,
): Promise<PlaceExplained> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const rowId = toRowId('account', accountId);
  if (!findAccountInScope(connection, scopeOf(ctx.actor), rowId)) {
    throw appError('not_found', `There is no account "${accountId}".`);
  }
  requireAccountsInScope(ctx, connection, [rowId]);
  return {
    draft: await inDraft(ctx, rowId, planId),
    holders: holderHistory(connection, rowId).map(({ repId, fromAt, toAt, isLocked, ...held }) => ({
      ...held,
      repId: toPublicId('rep', repId),
      isLocked: isLocked === 1,
      from: formatIsoInstant(fromAt),
      to: toAt === null ? null : formatIsoInstant(toAt),
    })),
    places: placeHistory(connection, rowId).map(({ territoryId, name, step, fromAt, toAt }) => ({
      territoryId: toPublicId('territory', territoryId),
      name,
      step,
      from: formatIsoInstant(fromAt),
      to: toAt === null ? null : formatIsoInstant(toAt),
    })),
  };
}

async function inDraft(
  ctx: Context,
  accountId: number,
  planId: string | undefined,
): Promise<PlanAccountView | null> {
  const { connection } = store();
  const plan = planId === undefined ? findCurrentPlan(connection) : requirePlan(connection, planId);
  if (!plan) return null;
  const { members, today } = await ruleMembers(ctx, plan.id);
  const row = await heavyRead('findPlanAccount', { planId: plan.id, members, today, accountId });
  return row ? (viewsOf(plan.id, [row])[0] ?? null) : null;
}
