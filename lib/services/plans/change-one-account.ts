import { store } from '#db/client.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { AccountAssignmentInput, AccountLockInput } from '#lib/shared/plan-shapes.ts';
import { changeAccounts } from './change-accounts.ts';

/**
 * Moves, holds or locks one account in the draft of the plan last worked on, for callers who know the account and no
 * plan. Throws `not_found` without a plan, `forbidden` outside the actor's scope.
 */
export async function changeOneAccount(
  ctx: Context,
  accountId: string,
  input: AccountAssignmentInput | AccountLockInput,
): Promise<{ undoId: string; accounts: number }> {
  requireCan(ctx.actor, 'plans.edit');
  const plan = findCurrentPlan(store().connection);
  if (!plan) throw appError('not_found', 'There is no plan yet. Start one under Territories.');
  return changeAccounts(ctx, toPublicId('plan', plan.id), { accountIds: [accountId], ...input });
}
