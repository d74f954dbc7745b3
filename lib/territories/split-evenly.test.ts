import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEvenly, type SplitHolder, type SplitUnit } from './split-evenly.ts';

const unit = (key: number, potentialAmount: number, currentRepId: number | null = null): SplitUnit => ({
  key,
  potentialAmount,
  accounts: 1,
  currentRepId,
});
const holder = (repId: number, weight = 1, fixedAmount = 0): SplitHolder => ({ repId, weight, fixedAmount });

function loads(units: SplitUnit[], holders: SplitHolder[]): Map<number, number> {
  const split = splitEvenly(units, holders);
  const totals = new Map(holders.map((h) => [h.repId, h.fixedAmount]));
  for (const u of units) {
    const repId = split.get(u.key);
    if (repId !== undefined) totals.set(repId, (totals.get(repId) ?? 0) + u.potentialAmount);
  }
  return totals;
}

describe('an even split', () => {
  it('gives equal potential to equal holders', () => {
    expect([
      ...loads(
        [unit(1, 9), unit(2, 7), unit(3, 6), unit(4, 5), unit(5, 5), unit(6, 4)],
        [holder(1), holder(2)],
      ).values(),
    ]).toEqual([18, 18]);
  });

  it('follows weights and counts what is already fixed', () => {
    const units = Array.from({ length: 60 }, (_, i) => unit(i + 1, 10));
    expect(loads(units, [holder(1, 2), holder(2, 1)])).toEqual(
      new Map([
        [1, 400],
        [2, 200],
      ]),
    );
    expect(loads(units, [holder(1, 1, 300), holder(2, 1)])).toEqual(
      new Map([
        [1, 450],
        [2, 450],
      ]),
    );
  });

  it('keeps an account with its holder while that costs no balance', () => {
    const split = splitEvenly(
      [unit(1, 5, 2), unit(2, 5, 2), unit(3, 5, 1), unit(4, 5, 1)],
      [holder(1), holder(2)],
    );
    expect(Object.fromEntries(split)).toEqual({ 1: 2, 2: 2, 3: 1, 4: 1 });
  });

  it('spreads accounts of unknown potential by count', () => {
    const split = splitEvenly(
      Array.from({ length: 10 }, (_, i) => unit(i + 1, 0)),
      [holder(1), holder(2)],
    );
    expect([...split.values()].filter((repId) => repId === 1)).toHaveLength(5);
  });

  it('gives nothing to nobody', () => {
    expect(splitEvenly([unit(1, 5)], [holder(1, 0)]).size).toBe(0);
  });

  it('assigns every unit, and no two equal holders differ by more than the largest unit', () => {
    const units = fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 1_000 }),
        current: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 4 }), (drawn, count) => {
        const list = drawn.map((u, i) => unit(i + 1, u.amount, u.current));
        const holders = Array.from({ length: count }, (_, i) => holder(i + 1));
        const split = splitEvenly(list, holders);
        const totals = [...loads(list, holders).values()];
        const largest = Math.max(0, ...list.map((u) => u.potentialAmount));
        return split.size === list.length && Math.max(...totals) - Math.min(...totals) <= largest + 1e-6;
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});
