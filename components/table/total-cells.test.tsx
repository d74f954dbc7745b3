import { expect, it } from 'vitest';
import { formatRate } from '#lib/shared/format.ts';
import { totalCells } from './total-cells.ts';

it('says how many rows there are and what they add up to, with the hint that sums need', () => {
  const cells = totalCells({
    count: 3,
    totals: {
      members: { sum: 1200, mean: 400, known: 3 },
      ramp: { sum: 1.5, mean: 0.75, known: 2 },
      quota: { sum: null, mean: null, known: 0 },
    },
    kinds: { members: 'sum', ramp: 'meanRate', quota: { currency: 'USD' } },
    note: 'What is in several segments counts in each.',
  });
  expect(cells.name?.text).toBe('All 3');
  expect(cells.members?.text).toBe('1,200');
  expect(cells.members?.hint).toContain('What is in several segments counts in each.');
  expect(cells.ramp).toEqual({
    text: `avg ${formatRate(0.75, { digits: 0 })}`,
    hint: 'Average of the 2 rows with a value.',
  });
  expect(cells.quota?.text).toBe('–');
});

it('says beside the number of rows what their sum counts twice', () => {
  const cells = totalCells({ count: 3, totals: null, kinds: {}, countNote: 'overlaps counted in each' });
  expect(cells.name?.text).toBe('All 3, overlaps counted in each');
});
