import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookPipelines, type OpenDeal, withPipelines } from './book-pipelines.ts';
import type { Holders } from './plan-model.ts';

const holders = fc.array(
  fc.record(
    { ae: fc.integer({ min: 1, max: 3 }), sdr: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: ['ae'] },
  ),
  { minLength: 6, maxLength: 6 },
);
const deal = fc.record({
  accountId: fc.integer({ min: 0, max: 5 }),
  cents: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
});

it('tells of deals that came and went what counting all of them anew does', () => {
  fc.assert(
    fc.property(holders, holders, fc.array(deal, { maxLength: 20 }), (before, after, drawn) => {
      const deals = drawn.map(
        ({ accountId, cents }, id): OpenDeal => ({
          ...{ id, accountId, ownerRepId: null },
          amount: cents === null ? null : cents / 100,
        }),
      );
      const count = (of: readonly OpenDeal[], from: readonly Holders[]) =>
        bookPipelines(of, (accountId) => from[accountId], [], 'new');
      const touched = deals.filter(({ accountId }) => accountId < 3);
      const then = [...after.slice(0, 3), ...before.slice(3)];
      const whole = count(deals, before);
      const told = withPipelines(whole, count(touched, before), count(touched, then));
      const anew = count(deals, then);
      for (const [key, book] of told) {
        const { deals: known, unknown, amount } = anew.get(key) ?? { deals: 0, unknown: 0, amount: 0 };
        expect([book.deals, book.unknown]).toEqual([known, unknown]);
        expect(book.amount).toBeCloseTo(amount, 5);
      }
      expect([...anew.keys()].filter((key) => !told.has(key))).toEqual([]);
      // Who keeps the same deals is not told of a change by a rounding error.
      expect(withPipelines(whole, count(touched, before), count(touched, before))).toEqual(whole);
    }),
    { seed: 20_261_127, numRuns: 500 },
  );
});
