import { store } from '#db/client.ts';
import { saveKeptDeals } from '#db/queries/plans/kept-deals.ts';
import type { MovingDealRow } from '#db/queries/plans/moving-deals.ts';
import { holderRows, type PlanRow } from '#db/queries/plans/plan-rows.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireAhead } from '#lib/services/holdovers/change.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount, formatDay } from '#lib/shared/format.ts';
import type { KeepDealsInput, MovingDealFilter, MovingDealQuery } from '#lib/shared/holdover-shapes.ts';
import { parsePublicId, toPublicId, toRowId } from '#lib/shared/ids.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/** Open deals whose accounts the draft gives to somebody else, the largest first, and which of them stay behind. */
export async function listMovingDeals(ctx: Context, planId: string, query: MovingDealQuery) {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const rows = await movingOf(ctx, requirePlan(connection, planId));
  const found = rows.filter(passing(query));
  const names = new Map(holderRows(connection).map((holder) => [holder.id, holder.name]));
  const person = (id: number) => ({ id: toPublicId('rep', id), name: names.get(id) ?? 'Somebody who left' });
  const end = query.offset + query.limit;
  return {
    items: found.slice(query.offset, end).map(({ fromRepId, toRepId, stageId: _stage, ...row }) => ({
      ...row,
      id: toPublicId('opportunity', row.id),
      accountId: toPublicId('account', row.accountId),
      from: person(fromRepId),
      to: toRepId === null ? null : person(toRepId),
    })),
    total: sumOf(found),
    all: sumOf(rows),
    late: sumOf(rows.filter(({ isLate }) => isLate)),
    kept: sumOf(rows.filter(({ kept }) => kept !== null)),
    stages: [...Map.groupBy(rows, ({ stageId }) => stageId)].map(([id, deals]) => ({
      id: toPublicId('stage', id),
      name: deals[0]?.stage ?? '',
      deals: deals.length,
    })),
    nextOffset: end < found.length ? end : null,
  };
}

/**
 * Leaves open deals with their former owner when the draft is published, until a day or their outcome, or lets them go
 * with their accounts. A part of the draft: an approval that was asked for before is stale. Deals that do not move are
 * `invalid`.
 */
export async function keepDeals(
  ctx: Context,
  planId: string,
  input: KeepDealsInput,
): Promise<{ deals: number }> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  requireAhead(connection, input.keep ? input.untilOn : null, ctx.now);
  const rows = await movingOf(ctx, plan);
  const chosen = input.matching
    ? matchingRows(rows, input.matching)
    : named(rows, input.opportunityIds ?? []);
  if (chosen.length === 0) return { deals: 0 };
  const keep = input.keep
    ? {
        untilOn: input.untilOn ?? null,
        reason: input.reason || null,
        userId: ctx.actor.userId,
        now: ctx.now,
      }
    : null;
  return write(ctx, (tx) => {
    const ids = chosen.map(({ id }) => id);
    saveKeptDeals(tx.connection, plan.id, ids, keep);
    touchPlan(tx.connection, plan.id, ctx.now);
    const until =
      !keep || keep.untilOn === null ? 'until they are won or lost' : `until ${formatDay(keep.untilOn)}`;
    tx.audit({
      action: keep ? 'plan.keep_deals' : 'plan.release_deals',
      entity: 'plan',
      recordId: plan.id,
      summary: keep
        ? `${formatCount(ids.length, 'open deal')} will stay with the former owner ${until}.`
        : `${formatCount(ids.length, 'open deal')} will go with the account.`,
      after: { opportunityIds: ids, untilOn: keep?.untilOn ?? null },
      reason: keep?.reason ?? null,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return { deals: ids.length };
  });
}

async function movingOf(ctx: Context, plan: PlanRow): Promise<MovingDealRow[]> {
  const { members, today } = await ruleMembers(ctx, plan.id);
  return heavyRead('movingDeals', { planId: plan.id, members, today, scope: scopeOf(ctx.actor) });
}

function matchingRows(
  rows: readonly MovingDealRow[],
  { except = [], ...filter }: NonNullable<KeepDealsInput['matching']>,
): MovingDealRow[] {
  const left = new Set(except);
  return rows.filter(passing(filter)).filter(({ id }) => !left.has(toPublicId('opportunity', id)));
}

function passing(filter: MovingDealFilter): (row: MovingDealRow) => boolean {
  const stageId = filter.stage === undefined ? undefined : toRowId('stage', filter.stage);
  const repId =
    filter.rep === undefined ? undefined : (parsePublicId('pool', filter.rep) ?? toRowId('rep', filter.rep));
  return (row) =>
    (stageId === undefined || row.stageId === stageId) &&
    (filter.minAmount === undefined || (row.amount ?? 0) >= filter.minAmount) &&
    (filter.late !== true || row.isLate) &&
    (filter.kept === undefined || (row.kept !== null) === filter.kept) &&
    (filter.slot === undefined || row.slot === filter.slot) &&
    (repId === undefined || row.fromRepId === repId || row.toRepId === repId);
}

function named(rows: readonly MovingDealRow[], ids: readonly string[]): MovingDealRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id, at) => {
    const row = byId.get(toRowId('opportunity', id));
    if (row) return row;
    const message = 'This deal does not change hands in the draft, so there is nothing to keep.';
    throw appError('invalid', message, {
      issues: [{ path: `/opportunityIds/${at}`, code: 'not_moving', message }],
    });
  });
}

function sumOf(rows: readonly MovingDealRow[]): { deals: number; amount: number } {
  return { deals: rows.length, amount: rows.reduce((sum, row) => sum + (row.amount ?? 0), 0) };
}
