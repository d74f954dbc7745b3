import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from './median.ts';
import { quantile } from './quantile.ts';

const sortedNumbers = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })
  .map((values) => values.sort((a, b) => a - b));

describe('quantile, type 7', () => {
  // R: quantile(c(1,2,4,7,11,16), c(.25,.5,.75))
  it.each([
    [0.25, 2.5],
    [0.5, 5.5],
    [0.75, 10],
    [0, 1],
    [1, 16],
  ])('agrees with R at %d', (p, expected) => {
    expect(quantile([1, 2, 4, 7, 11, 16], p)).toBe(expected);
  });

  it('is null without values and the value itself with one', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([9], 0.25)).toBe(9);
  });

  it('never leaves the range, never falls with p, and is the median in the middle', () => {
    fc.assert(
      fc.property(sortedNumbers, fc.double({ min: 0, max: 1, noNaN: true }), (sorted, p) => {
        const value = quantile(sorted, p) as number;
        expect(value).toBeGreaterThanOrEqual(sorted[0] as number);
        expect(value).toBeLessThanOrEqual(sorted.at(-1) as number);
        expect(quantile(sorted, Math.min(1, p + 0.1))).toBeGreaterThanOrEqual(value - 1e-9);
        expect(quantile(sorted, 0.5)).toBeCloseTo(median(sorted) as number, 9);
      }),
      { seed: 20261122 },
    );
  });
});

describe('median', () => {
  it('takes the middle one, or the average of the two middle ones', () => {
    expect(median([1, 5, 100])).toBe(5);
    expect(median([1, 5, 6, 100])).toBe(5.5);
    expect(median([])).toBeNull();
  });
});
