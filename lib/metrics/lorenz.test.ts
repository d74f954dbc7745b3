import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lorenz } from './lorenz.ts';

describe('how evenly books are filled', () => {
  it('is 0 when everybody holds their share, ramping or not', () => {
    const even = lorenz([
      { value: 50, target: 1 },
      { value: 25, target: 0.5 },
    ]);
    expect(even?.gini).toBeCloseTo(0, 12);
  });

  it('follows the textbook: one of four holds everything', () => {
    const books = [0, 0, 0, 8].map((value) => ({ value, target: 1 }));
    expect(lorenz(books)?.gini).toBeCloseTo(0.75, 12);
    expect(lorenz(books)?.points.map((point) => point.value)).toEqual([0, 0, 0, 0, 1]);
    expect(lorenz([1, 2, 3].map((value) => ({ value, target: 1 })))?.gini).toBeCloseTo(2 / 9, 12);
  });

  it('says nothing where nothing is held, or nobody has a target', () => {
    expect(lorenz([{ value: 0, target: 1 }])).toBeNull();
    expect(lorenz([{ value: 1, target: 0 }])).toBeNull();
    expect(lorenz([])).toBeNull();
  });

  it('lies below the diagonal and between 0 and 1', () => {
    const book = fc.record({
      value: fc.integer({ min: 0, max: 1e6 }),
      target: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(book, { minLength: 1, maxLength: 30 }), (books) => {
        const found = lorenz(books);
        if (!found) return;
        expect(found.gini).toBeGreaterThanOrEqual(0);
        expect(found.gini).toBeLessThan(1);
        for (const { target, value } of found.points) expect(value).toBeLessThanOrEqual(target + 1e-9);
        expect(found.points.at(-1)?.value).toBeCloseTo(1, 9);
      }),
      { seed: 20_261_127 },
    );
  });
});
