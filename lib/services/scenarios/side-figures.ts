import type { HolderRow } from '#db/queries/plans/plan-rows.ts';
import type { SideFacts } from '#db/queries/scenarios/compare-plans.ts';
import type { ComparedSide, Spread } from '#lib/shared/scenario-shapes.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import type { Book } from '#lib/territories/books.ts';
import { balanceBySlot } from '../plans/book-views.ts';

type Parts = {
  facts: SideFacts;
  /** Books of the side in the slot, `after` being its own. */
  books: readonly PlanBook[];
  slot: PlanBook['slot'];
  people: ReadonlyMap<number, HolderRow>;
  toleranceRate: number;
  /** Money of the period by public rep id; none = no quota. */
  quotas: ReadonlyMap<string, number>;
};

/** The figures of one side of a comparison, each by the formula of the page it is from. */
export function sideFigures(parts: Parts): Omit<ComparedSide, 'id' | 'kind' | 'name' | 'note'> {
  const { facts } = parts;
  return {
    accounts: facts.accounts,
    territories: facts.territories,
    balance: {
      potential: spreadOf(parts, (book) => book.potentialAmount),
      workload: spreadOf(parts, (book) => book.workloadTouches),
      accounts: spreadOf(parts, (book) => book.accounts),
    },
    moves: {
      accounts: facts.moves,
      accountsRate: rateOf(facts.moves, facts.accounts),
      potentialAmount: facts.movedAmount,
      potentialRate: rateOf(facts.movedAmount, facts.potentialAmount),
      pipelineAmount: facts.movedPipelineAmount,
      pipelineRate: rateOf(facts.movedPipelineAmount, facts.pipelineAmount),
    },
    coverage: {
      unassigned: facts.unassigned,
      unassignedAmount: facts.unassignedAmount,
      withoutHolder: facts.withoutHolder,
      noEligibleRep: facts.noEligibleRep,
    },
    capacity: capacityOf(parts.books),
    quota: quotaOf(parts),
  };
}

/** How even a measure lies on the people of the slot: the balance that the planner's shares come from. */
export function spreadOf(
  {
    facts,
    slot,
    people,
    toleranceRate,
  }: Pick<Parts, 'slot' | 'people' | 'toleranceRate'> & { facts: Pick<SideFacts, 'after'> },
  valueOf: (book: Book) => number,
): Spread {
  const found = balanceBySlot(facts.after, people, toleranceRate, valueOf).find((item) => item.slot === slot);
  const held = (found?.balance.holders ?? []).filter((holder) => holder.deviationRate !== null);
  const shares = held.map((holder) => 1 + (holder.deviationRate ?? 0));
  const inBand = held.filter((holder) => holder.isWithinTolerance).length;
  return {
    reps: held.length,
    inBand,
    inBandRate: rateOf(inBand, held.length),
    lowestRate: shares.length === 0 ? null : Math.min(...shares),
    highestRate: shares.length === 0 ? null : Math.max(...shares),
    maxDeviationRate: found?.balance.maxDeviationRate ?? null,
  };
}

function capacityOf(books: readonly PlanBook[]): ComparedSide['capacity'] {
  const measured = books.filter((book) => book.capacityTouches !== null);
  const supplyTouches = sum(measured, (book) => book.capacityTouches ?? 0);
  const demandTouches = sum(measured, touchesOf);
  return {
    supplyTouches,
    demandTouches,
    gapTouches: supplyTouches - demandTouches,
    repsOverCapacity: measured.filter((book) => touchesOf(book) > (book.capacityTouches ?? 0)).length,
    repsOverCap: books.filter(
      (book) => book.maxAccounts !== null && (book.after?.accounts ?? 0) > book.maxAccounts,
    ).length,
    withoutCapacity: books.length - measured.length,
  };
}

function quotaOf({ books, quotas }: Parts): ComparedSide['quota'] {
  const people = books.filter((book) => book.kind === 'rep');
  const withQuota = people.filter((book) => quotas.has(book.repId));
  const quotaAmount = sum(withQuota, (book) => quotas.get(book.repId) ?? 0);
  const potentialAmount = sum(withQuota, (book) => book.after?.potentialAmount ?? 0);
  return {
    quotaAmount: withQuota.length === 0 ? null : quotaAmount,
    potentialAmount,
    potentialPerQuota: quotaAmount > 0 ? potentialAmount / quotaAmount : null,
    withoutQuota: people.length - withQuota.length,
  };
}

function touchesOf(book: PlanBook): number {
  return book.after?.workloadTouches ?? 0;
}

function rateOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
