import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLadder, dateOrder, postingsOf, withinDates } from './postings.ts';

const seed = 20_261_127;
const rows = fc.array(
  fc.record({ code: fc.integer({ min: -1, max: 3 }), date: fc.integer({ min: 0, max: 60 }) }),
  {
    maxLength: 900,
  },
);

it('notes of ascending dates what it notes of dates in any order', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const codes = Int32Array.from(drawn, ({ code }) => code);
      const dates = Float64Array.from(drawn, ({ date }) => date).sort();
      const postings = postingsOf(codes, codes.length, dateOrder(dates, dates.length));
      expect(addLadder(postings, 'date', dates, true)).toEqual(addLadder(postings, 'date', dates, false));
    }),
    { seed, numRuns: 200 },
  );
});

it('finds every row of a group within dates, and is sure only of those', () => {
  const bounds = fc.record({ from: fc.integer({ min: -1, max: 61 }), days: fc.integer({ min: 0, max: 61 }) });
  fc.assert(
    fc.property(rows, fc.boolean(), bounds, (drawn, isSorted, { from, days }) => {
      const codes = Int32Array.from(drawn, ({ code }) => code);
      const dates = Float64Array.from(drawn, ({ date }) => date);
      if (isSorted) dates.sort();
      const order = dateOrder(dates, dates.length);
      const postings = addLadder(postingsOf(codes, codes.length, order), 'date', dates, order === null);
      const { starts, rows: grouped, ladder } = postings;
      if (!ladder) throw new Error('There is no ladder.');
      const isWithin = (place: number) => {
        const date = dates[grouped[place]!]!;
        return date >= from && date <= from + days;
      };
      for (let code = 0; code + 1 < starts.length; code++) {
        const [start, end] = [starts[code]!, starts[code + 1]!];
        const found = withinDates(ladder, start, end, { from, to: from + days });
        for (let place = start; place < end; place++) {
          const isFound = place >= found.from && place < found.to;
          const isSure = place >= found.sureFrom && place < found.sureTo;
          if (isWithin(place)) expect(isFound).toBe(true);
          else expect(isSure).toBe(false);
        }
      }
    }),
    { seed, numRuns: 200 },
  );
});
