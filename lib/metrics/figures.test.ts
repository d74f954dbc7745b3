import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealFact, TouchFact } from './facts.ts';
import { figuresOf } from './figures.ts';
import { groupFacts } from './group-facts.ts';
import { countUndated } from './select-deals.ts';

const dayOrNull = fc.option(fc.integer({ min: 0, max: 400 }));
const dealFact: fc.Arbitrary<DealFact> = fc.record({
  id: fc.integer({ min: 1, max: 1e6 }),
  accountId: fc.option(fc.integer({ min: 1, max: 50 })),
  outcome: fc.constantFrom('open', 'won', 'lost'),
  stageId: fc.option(fc.constantFrom(1, 2, 3)),
  pipeline: fc.constantFrom('', 'Renewal'),
  amount: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  acvAmount: fc.option(fc.integer({ min: 0, max: 100_000 })),
  termMonths: fc.option(fc.integer({ min: 0, max: 60 })),
  createdOn: dayOrNull,
  closedOn: dayOrNull,
  furthestPosition: fc.option(fc.integer({ min: 0, max: 5 })),
});
const touchFact: fc.Arbitrary<TouchFact> = fc.record({
  accountId: fc.integer({ min: 1, max: 50 }),
  firstTouchAt: fc.integer({ min: 0, max: 1e12 }),
  hasReplied: fc.boolean(),
  hasRepliedPositively: fc.boolean(),
  hasMet: fc.boolean(),
});
const options = fc.record({
  period: fc.record({ from: dayOrNull, to: dayOrNull }),
  by: fc.constantFrom('closed' as const, 'created' as const),
  cycle: fc.constantFrom('won' as const, 'closed' as const),
  stages: fc.constant([]),
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('figures of a set of deals', () => {
  it('are finite numbers or null, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(dealFact), fc.array(touchFact), options, (deals, touches, chosen) => {
        const figures = figuresOf(deals, touches, chosen);
        expect(numbersIn(figures).every(Number.isFinite)).toBe(true);
        expect(figures.winRate?.n).toBe(figures.won + figures.lost);
        expect(figures.amount.n).toBe(figures.wonAmount.known);
        expect(figures.open).toBe(deals.filter((deal) => deal.outcome === 'open').length);
      }),
      { seed: 20261122 },
    );
  });

  it('add up over groups that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(dealFact), options, (deals, chosen) => {
        const total = figuresOf(deals, [], chosen);
        const groups = [...groupFacts(deals, [(deal) => [deal.accountId]]).values()];
        const parts = groups.map((group) => figuresOf(group.facts, [], chosen));
        const sum = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((all, part) => all + of(part), 0);
        expect(sum((part) => part.won)).toBe(total.won);
        expect(sum((part) => part.lost)).toBe(total.lost);
        expect(sum((part) => part.wonAmount.value ?? 0)).toBe(total.wonAmount.value ?? 0);
        expect(sum((part) => part.cycleDays.n)).toBe(total.cycleDays.n);
      }),
      { seed: 20261122 },
    );
  });

  it('leave undated closed deals out of a bounded period only, and count them', () => {
    const deals = [
      { closedOn: null, outcome: 'won' as const },
      { closedOn: 10, outcome: 'won' as const },
      { closedOn: null, outcome: 'open' as const },
    ].map((fact, id) => ({ ...blankDeal, ...fact, id }));
    const bounded = { from: 0, to: 100 };
    const open = { from: null, to: null };
    const common = { by: 'closed', cycle: 'won', stages: [] } as const;
    expect(figuresOf(deals, [], { ...common, period: bounded }).won).toBe(1);
    expect(countUndated(deals, bounded, 'closed')).toBe(1);
    expect(figuresOf(deals, [], { ...common, period: open }).won).toBe(2);
    expect(countUndated(deals, open, 'closed')).toBe(0);
  });
});

const blankDeal: DealFact = {
  id: 0,
  accountId: null,
  outcome: 'open',
  stageId: null,
  pipeline: '',
  amount: null,
  acvAmount: null,
  termMonths: null,
  createdOn: null,
  closedOn: null,
  furthestPosition: null,
};

describe('grouping', () => {
  it('puts a fact into every combination of its values and into none when a dimension has no value', () => {
    const groups = groupFacts(
      [
        { id: 1, segments: [7, 8], month: ['2026-01'] },
        { id: 2, segments: [], month: ['2026-01'] },
        { id: 3, segments: [7], month: ['2026-02'] },
      ],
      [(fact) => fact.segments, (fact) => fact.month],
    );
    expect([...groups.values()].map((group) => [group.key, group.facts.map((fact) => fact.id)])).toEqual([
      [[7, '2026-01'], [1]],
      [[8, '2026-01'], [1]],
      [[7, '2026-02'], [3]],
    ]);
  });
});
