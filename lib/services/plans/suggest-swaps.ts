import { store } from '#db/client.ts';
import { holderRows } from '#db/queries/plans/plan-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireRep } from '#lib/services/reps/list.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Swaps, SwapsQuery } from '#lib/shared/swap-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/**
 * What would help a rep's book in the draft most: a few moves and swaps with colleagues, each with its effect on every
 * measure. Nothing is changed; each is applied as a change by hand. Throws `not_found` for unknown ids.
 */
export async function suggestSwaps(ctx: Context, planId: string, { slot, rep }: SwapsQuery): Promise<Swaps> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { id: repId } = requireRep(connection, rep);
  const { currency, balanceToleranceRate: toleranceRate } = workspaceSettings(connection);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const scope = scopeOf(ctx.actor);
  const found = await heavyRead('planSwaps', {
    planId: plan.id,
    members,
    today,
    repId,
    slot,
    scope,
    toleranceRate,
  });
  const names = new Map(holderRows(connection).map((holder) => [holder.id, holder.name]));
  const holder = (id: number) => ({ id: toPublicId('rep', id), name: names.get(id) ?? '' });
  return {
    currency,
    swaps: found.map(({ moves, ...swap }) => ({
      ...swap,
      moves: moves.map((move) => ({
        accounts: move.accountIds.map((id, index) => ({
          id: toPublicId('account', id),
          name: move.names[index] ?? '',
        })),
        potentialAmount: move.potentialAmount,
        from: move.fromRepId === null ? null : holder(move.fromRepId),
        to: holder(move.toRepId),
      })),
    })),
  };
}
