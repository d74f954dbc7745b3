import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEvenly, type SplitHolder, type SplitUnit } from './split-evenly.ts';

const unit = (key: number, potentialAmount: number, currentRepId: number | null = null): SplitUnit => ({
  key,
  potentialAmount,
  accounts: 1,
  workloadTouches: 0,
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

  it('takes nobody over the room there is, largest first, and leaves out what finds none', () => {
    const units = [unit(1, 9), unit(2, 8), unit(3, 7), unit(4, 6), unit(5, 5)];
    const split = splitEvenly(units, [
      { ...holder(1), room: 1 },
      { ...holder(2), room: 2 },
    ]);
    expect(Object.fromEntries(split)).toEqual({ 1: 1, 2: 2, 3: 2 });
    const family = { ...unit(1, 9, 1), accounts: 3 };
    expect(Object.fromEntries(splitEvenly([family, unit(2, 1)], [{ ...holder(1), room: 2 }]))).toEqual({
      2: 1,
    });
  });

  it('takes nobody over their touches, even where they hold the account now', () => {
    const busy = (key: number, amount: number, touches: number, now: number | null = null): SplitUnit => ({
      ...unit(key, amount, now),
      workloadTouches: touches,
    });
    const able = [
      { ...holder(1), roomTouches: 4 },
      { ...holder(2), roomTouches: 10 },
    ];
    const split = splitEvenly([busy(1, 9, 6, 1), busy(2, 8, 4, 1), busy(3, 2, 3), busy(4, 1, 2)], able);
    expect(Object.fromEntries(split)).toEqual({ 1: 2, 2: 1, 3: 2 });
    const ramped = { ...holder(1), roomTouches: 220 * 0.1 * 3 };
    expect(splitEvenly([busy(1, 1, 66)], [ramped]).size).toBe(1);
  });

  it('never passes a cap or a capacity, and leaves nothing out that fits', () => {
    const units = fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 100 }),
        accounts: fc.integer({ min: 1, max: 4 }),
        touches: fc.integer({ min: 0, max: 24 }).map((half) => half / 2),
        current: fc.option(fc.integer({ min: 1, max: 5 })),
      }),
      { maxLength: 40 },
    );
    const rooms = fc.array(
      fc.record({
        room: fc.integer({ min: 0, max: 30 }),
        roomTouches: fc.integer({ min: 0, max: 120 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(units, rooms, (drawn, room) => {
        const list = drawn.map(({ amount, accounts, touches, current }, i) => ({
          ...unit(i + 1, amount, current),
          accounts,
          workloadTouches: touches,
        }));
        const holders = room.map((most, i) => ({ ...holder(i + 1), ...most }));
        const split = splitEvenly(list, holders);
        const left = holders.map(({ repId, room: most, roomTouches }) => {
          const own = list.filter((u) => split.get(u.key) === repId);
          return {
            accounts: own.reduce((rest, u) => rest - u.accounts, most),
            touches: own.reduce((rest, u) => rest - u.workloadTouches, roomTouches),
          };
        });
        const out = list.filter((u) => !split.has(u.key));
        return (
          left.every(({ accounts, touches }) => accounts >= 0 && touches >= 0) &&
          out.every((u) =>
            left.every(({ accounts, touches }) => accounts < u.accounts || touches < u.workloadTouches),
          )
        );
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
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
