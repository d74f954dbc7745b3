import { store } from '#db/client.ts';
import { accountIdsByName, accountNames } from '#db/queries/plans/account-names.ts';
import type { PlanAccountRow, PlanFilter } from '#db/queries/plans/list-plan-accounts.ts';
import { holderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { sentenceOf } from '#db/queries/plans/write-publish.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import type { PlanAccountView, PlanAccountsQuery } from '#lib/shared/plan-account-shapes.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { isLocked } from '#lib/territories/assign-holders.ts';
import { slots } from '#lib/territories/plan-model.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { accountsByRule } from './rule-accounts.ts';
import { ruleMembers } from './rule-members.ts';
import { colourOf } from './territory-views.ts';

/** The accounts of a plan's draft, within scope, a page at a time, with before and after. */
export async function listPlanAccounts(
  ctx: Context,
  planId: string,
  query: PlanAccountsQuery,
): Promise<{ items: PlanAccountView[]; total: number; totals: Totals; nextOffset: number | null }> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const ruledIds = await accountsByRule(ctx, query.rule);
  const { rows, total, totals } = await heavyRead('listPlanAccounts', {
    planId: plan.id,
    members,
    today,
    scope: scopeOf(ctx.actor),
    filter: { ...filterOf(query), ruledIds },
    sort: {
      by: query.sort.endsWith('touches') ? 'touches' : 'potential',
      descending: query.sort.startsWith('-'),
    },
    offset: query.offset,
    limit: query.limit,
  });
  const end = query.offset + rows.length;
  return { items: viewsOf(plan.id, rows), total, totals, nextOffset: end < total ? end : null };
}

/** A list's filter in row ids. */
export function filterOf(
  query: Pick<PlanAccountsQuery, 'territory' | 'rep' | 'changes' | 'locked' | 'q'>,
): PlanFilter {
  return {
    territory:
      query.territory === undefined || query.territory === 'unassigned'
        ? query.territory
        : toRowId('territory', query.territory),
    repId: query.rep === undefined ? undefined : toRowId('rep', query.rep),
    changesOnly: query.changes,
    lockedOnly: query.locked,
    accountIds: query.q ? accountIdsByName(store().connection, query.q) : undefined,
  };
}

/** Rows of a draft with names, ready to show. */
export function viewsOf(planId: number, rows: readonly PlanAccountRow[]): PlanAccountView[] {
  const { connection } = store();
  const names = accountNames(
    connection,
    rows.map((row) => row.accountId),
  );
  const people = new Map(holderRows(connection).map((holder) => [holder.id, holder.name]));
  const territories = new Map(territoryRows(connection, planId).map((row) => [row.id, row]));
  const territoryOf = (id: number | null) =>
    id === null
      ? null
      : {
          id: toPublicId('territory', id),
          name: territories.get(id)?.name ?? 'a territory of an earlier plan',
          ...colourOf(territories.get(id)),
        };
  const holderOf = (id: number | undefined) =>
    id === undefined ? null : { id: toPublicId('rep', id), name: people.get(id) ?? 'somebody who left' };
  return rows.map(({ accountId, potentialAmount, workloadTouches, before, after, placeCode }) => ({
    id: toPublicId('account', accountId),
    name: names.get(accountId)?.name ?? '',
    country: names.get(accountId)?.country ?? null,
    state: names.get(accountId)?.state ?? null,
    potentialAmount,
    workloadTouches,
    territoryBefore: territoryOf(before.territoryId),
    territoryAfter: territoryOf(after.place.territoryId),
    step: after.place.step,
    isLocked: isLocked(after),
    reason: after.place.reason,
    ...(placeCode ? { place: placeCodeLabel(placeCode) } : {}),
    losing: after.place.losing.map(({ territoryId, step }) => ({
      ...nonNull(territoryOf(territoryId)),
      step,
    })),
    slots: slots.flatMap((slot) => {
      const from = holderOf(before.holders[slot]);
      const to = holderOf(after.holders[slot]);
      return from || to
        ? [{ slot, from, to, reason: sentenceOf(after.reasons[slot] ?? null, after.words[slot] ?? null) }]
        : [];
    }),
  }));
}

function nonNull<T>(value: T | null): T {
  if (value === null) throw new Error('A step that would have taken the account has a territory.');
  return value;
}
