import { store } from '#db/client.ts';
import { holderHistory, placeHistory } from '#db/queries/plans/place-history.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireAccountsInScope } from './plan-access.ts';
import { viewsOf } from './plan-accounts.ts';
import { ruleMembers } from './rule-members.ts';

export type PlaceExplained = {
  /** In the plan's draft: which step placed it, who would have taken it too, who holds it and why. */
  draft: PlanAccountView | null;
  holders: {
    slot: string;
    repId: string;
    name: string;
    kind: 'rep' | 'pool';
    reason: string | null;
    isLocked: boolean;
    planNumber: number | null;
    from: string;
    to: string | null;
  }[];
  places: { territoryId: string; name: string; step: string; from: string; to: string | null }[];
};

/** Why an account lies where it lies and who held it since when. Throws `forbidden` outside the actor's scope. */
export async function explainPlace(ctx: Context, accountId: string): Promise<PlaceExplained> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const rowId = toRowId('account', accountId);
  requireAccountsInScope(ctx, connection, [rowId]);
  return {
    draft: await inDraft(ctx, rowId),
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

async function inDraft(ctx: Context, accountId: number): Promise<PlanAccountView | null> {
  const plan = findCurrentPlan(store().connection);
  if (!plan) return null;
  const { members } = await ruleMembers(ctx, plan.id);
  const row = await heavyRead('findPlanAccount', { planId: plan.id, members, accountId });
  return row ? (viewsOf(plan.id, [row])[0] ?? null) : null;
}
