import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from './balance.ts';

describe('balance', () => {
  it('holds each value against an even share', () => {
    const { holders, maxDeviationRate, outOfTolerance } = balance([120, 100, 80], 0.1);
    expect(holders.map((holder) => holder.target)).toEqual([100, 100, 100]);
    expect(holders.map((holder) => holder.deviationRate)).toEqual([0.2, 0, -0.2]);
    expect(maxDeviationRate).toBeCloseTo(0.2, 12);
    expect(outOfTolerance).toBe(2);
  });

  it('gives a ramping rep a smaller target', () => {
    const { holders } = balance([100, 50], 0.1, [1, 0.5]);
    expect(holders.map((holder) => holder.deviationRate)).toEqual([0, 0]);
  });

  it('counts a value on the edge of the band as within it', () => {
    expect(balance([110, 90], 0.1).outOfTolerance).toBe(0);
  });

  it('has no deviation where there is nothing to share', () => {
    expect(balance([0, 0], 0.1)).toMatchObject({
      maxDeviationRate: null,
      variationRate: null,
      outOfTolerance: 0,
    });
    expect(balance([], 0.1)).toEqual({
      holders: [],
      maxDeviationRate: null,
      variationRate: null,
      outOfTolerance: 0,
    });
  });

  it('has no deviation, but is out of tolerance, for a holder that should have nothing and has something', () => {
    const { holders } = balance([10, 5], 0.1, [1, 0]);
    expect(holders[1]).toMatchObject({ target: 0, deviationRate: null, isWithinTolerance: false });
  });

  it('shares out exactly the total and does not depend on the unit', () => {
    const books = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(books, fc.double({ min: 0.01, max: 1000, noNaN: true }), (values, factor) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const even = balance(values, 0.1);
        const targets = even.holders.reduce((sum, holder) => sum + holder.target, 0);
        expect(Math.abs(targets - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
        const scaled = balance(
          values.map((value) => value * factor),
          0.1,
        );
        if (even.maxDeviationRate === null || total < 1e-6) return;
        expect(scaled.maxDeviationRate).toBeCloseTo(even.maxDeviationRate, 6);
      }),
      { seed: 20261122 },
    );
  });
});
