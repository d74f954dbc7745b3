import { store } from '#db/client.ts';
import { holderRows } from '#db/queries/plans/plan-rows.ts';
import { repQuotas } from '#db/queries/results/rep-quotas.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { BookImpact } from '#lib/shared/impact-shapes.ts';
import type { HeldOverFor } from '#lib/territories/book-pipelines.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/**
 * What publishing would mean for every book: accounts, potential, contacts and open pipeline before and after, beside
 * the quota (money a fiscal quarter). Held-over deals count for the former owner or for the new holder. Throws `not_found`.
 */
export async function planImpact(
  ctx: Context,
  planId: string,
  heldOverFor: HeldOverFor,
): Promise<BookImpact[]> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const scope = scopeOf(ctx.actor);
  const books = await heavyRead('planImpact', { planId: plan.id, members, today, scope, heldOverFor });
  const people = new Map(holderRows(connection).map((holder) => [holder.id, holder]));
  const quotas = new Map(repQuotas(connection, scope).map((rep) => [rep.id, rep.quotaAmount]));
  return books.map(({ slot, repId, before, after }) => {
    const person = people.get(repId);
    return {
      slot,
      repId: toPublicId('rep', repId),
      name: person?.name ?? 'Somebody who left',
      kind: person?.kind ?? 'rep',
      managerName: person?.managerName ?? null,
      quotaAmount: quotas.get(repId) ?? null,
      before,
      after,
    };
  });
}
