import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('95 % Wilson interval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion" (Stat. Med. 17, 1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published bounds for %i of %i', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('has no meaning for nothing tried or impossible counts', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 2)).toBeNull();
    expect(wilsonInterval(Number.NaN, 5)).toBeNull();
  });

  it('solves its defining equation, stays within 0–1 and mirrors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const successes = Math.round(share * n);
          const { low, high } = wilsonInterval(successes, n) ?? { low: Number.NaN, high: Number.NaN };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / n);
          expect(high).toBeGreaterThanOrEqual(successes / n);
          for (const bound of [low, high]) {
            if (bound === 0 || bound === 1) continue;
            const distance = Math.abs(successes / n - bound);
            expect(distance).toBeCloseTo(1.959963984540054 * Math.sqrt((bound * (1 - bound)) / n), 9);
          }
          const mirrored = wilsonInterval(n - successes, n);
          expect(mirrored?.low).toBeCloseTo(1 - high, 12);
          expect(mirrored?.high).toBeCloseTo(1 - low, 12);
        },
      ),
      { seed: 20261122 },
    );
  });
});
