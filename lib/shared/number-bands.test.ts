import { describe, expect, test } from 'vitest';
import { fixedBinBounds, mergeToBands, spokenBound } from './number-bands.ts';

const binsOf = (bounds: readonly number[]) =>
  bounds.slice(0, -1).map((from, at) => ({ from, to: bounds[at + 1] ?? from, count: 1 }));

describe('bands of a number', () => {
  test.each(['account.employees', 'account.revenue', 'account.score'])('%s has 20 to 30 bins', (key) => {
    const bounds = fixedBinBounds(key) ?? [];
    expect(bounds.length).toBeGreaterThan(20);
    expect(bounds.length).toBeLessThan(31);
    expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
  });

  test('bins of employees lie evenly on a logarithmic scale and are told by round numbers', () => {
    const bounds = (fixedBinBounds('account.employees') ?? []).map((b) =>
      spokenBound('account.employees', b),
    );
    expect(bounds.slice(0, 10)).toEqual([0, 5, 10, 15, 20, 30, 50, 75, 100, 150]);
    for (const [at, bound] of bounds.slice(2).entries()) {
      const step = bound / (bounds[at + 1] ?? 1);
      expect(step).toBeGreaterThan(1.3);
      expect(step).toBeLessThanOrEqual(2);
    }
  });

  test('bins go together to the sizes that people speak of, and nobody is lost', () => {
    const bins = binsOf(fixedBinBounds('account.employees') ?? []);
    const bands = mergeToBands('account.employees', bins);
    expect(bands.map(({ from }) => from)).toEqual([0, 11, 51, 201, 501, 1001, 2001, 5001, 10_001, 50_001]);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(bins.length);
    expect(bands.slice(1).every(({ from }, at) => bands[at]?.to === from)).toBe(true);
  });

  test('a field without sizes of its own gets at most ten, at the rounder bounds', () => {
    const years = binsOf(Array.from({ length: 25 }, (_, at) => 1978 + at * 2));
    expect(mergeToBands('account.foundedYear', years).map(({ from }) => from)).toEqual([
      1978, 1980, 1990, 2000, 2010, 2020,
    ]);
    const skewed = binsOf([0, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 20, 30, 50, 75, 100]);
    expect(mergeToBands('account.custom.seats', skewed).map(({ from }) => from)).toEqual([0, 1, 5, 10, 50]);
    expect(mergeToBands('account.custom.plants', binsOf([0, 2, 4, 6])).length).toBe(3);
  });
});
