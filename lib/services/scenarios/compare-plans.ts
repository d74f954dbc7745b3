import { type Connection, store } from '#db/client.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { type HolderRow, type PlanRow, territoryHolderRows } from '#db/queries/plans/plan-rows.ts';
import { repQuotas } from '#db/queries/results/rep-quotas.ts';
import type { SideFacts } from '#db/queries/scenarios/compare-plans.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { quotaForPeriod } from '#lib/metrics/quota-for-period.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, fiscalPeriod, formatIsoDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import type { ComparedRep, CompareQuery, Comparison } from '#lib/shared/scenario-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { bookViews } from '../plans/book-views.ts';
import { type ComparedHead, comparedHeads, sideQuestions } from './compared-sides.ts';
import { sideFigures } from './side-figures.ts';

/**
 * Scenarios, the draft and what is published side by side: balance, moves, coverage, capacity and quota of each, and
 * every book. Within the actor's scope. Throws `not_found`, `invalid` for sides that do not belong together.
 */
export async function comparePlans(ctx: Context, query: CompareQuery): Promise<Comparison> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const { plan, heads } = comparedHeads(connection, query.plans);
  const { slot } = query;
  const scope = scopeOf(ctx.actor);
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const answer = await heavyRead('comparePlans', {
    sides: await sideQuestions(ctx, heads),
    slot,
    scope,
    today,
  });
  const holders = holdersNow(connection, today);
  const people = new Map(holders.map((holder) => [holder.id, holder]));
  const period = quotaPeriod(plan, today, settings.fiscalYearStartMonth);
  const quotas = new Map(
    repQuotas(connection, scope).flatMap(({ id, quotaAmount }) => {
      const quota = quotaForPeriod(quotaAmount, period, settings.fiscalYearStartMonth);
      return quota === null ? [] : [[toPublicId('rep', id), quota] as const];
    }),
  );
  const sides = heads.map((head, index) => {
    const facts = answer.sides[index] as SideFacts;
    const books = sideBooks(connection, head, facts, holders, scope).filter((book) => book.slot === slot);
    const figures = sideFigures({
      facts,
      books,
      slot,
      people,
      quotas,
      toleranceRate: settings.balanceToleranceRate,
    });
    const { plan: _plan, ...named } = head;
    return { books, view: { ...named, ...figures } };
  });
  return {
    plan: { id: toPublicId('plan', plan.id), name: plan.name },
    slot,
    toleranceRate: settings.balanceToleranceRate,
    quotaPeriod: { from: formatIsoDay(period.from), to: formatIsoDay(period.to) },
    sides: sides.map((side) => side.view),
    reps: repsOf(
      sides.map((side) => side.books),
      quotas,
    ),
    differences: answer.differences,
  };
}

/** Books of one side as its own planner page shows them. */
function sideBooks(
  connection: Connection,
  { plan }: ComparedHead,
  { before, after }: SideFacts,
  holders: readonly HolderRow[],
  scope: ReturnType<typeof scopeOf>,
): PlanBook[] {
  return bookViews(holders, { before, after }, plan ? territoryHolderRows(connection, plan.id) : [], scope);
}

/** The plan's own period where it has one, else the present fiscal year. */
function quotaPeriod(plan: PlanRow, today: number, fiscalYearStartMonth: number) {
  const year = fiscalPeriod(today, 'year', 0, fiscalYearStartMonth);
  return plan.startsOn !== null && plan.endsOn !== null ? { from: plan.startsOn, to: plan.endsOn } : year;
}

/** Everybody with a book on any side: people before pools, by name. */
function repsOf(sides: readonly (readonly PlanBook[])[], quotas: ReadonlyMap<string, number>): ComparedRep[] {
  const heads = new Map(sides.flat().map((book) => [book.repId, book]));
  const byRep = sides.map((books) => new Map(books.map((book) => [book.repId, book])));
  return [...heads.values()]
    .sort((a, b) => Number(a.kind === 'pool') - Number(b.kind === 'pool') || a.name.localeCompare(b.name))
    .map(({ repId, name, kind, managerName, capacityTouches, maxAccounts }) => ({
      id: repId,
      name,
      kind,
      managerName,
      capacityTouches,
      maxAccounts,
      quotaAmount: quotas.get(repId) ?? null,
      books: byRep.map((books) => {
        const book = books.get(repId);
        if (!book?.after) return null;
        const { accounts, potentialAmount, workloadTouches } = book.after;
        return { accounts, potentialAmount, workloadTouches, share: book.shareAfter };
      }),
    }));
}
