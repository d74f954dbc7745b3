import { expect, it } from 'vitest';
import { totalsOfRows } from './total-shapes.ts';

it('adds up what is known of rows, and says of how many', () => {
  const rows = [
    { members: 10, quota: null },
    { members: null, quota: null },
    { members: 5, quota: null },
  ];
  expect(totalsOfRows(rows, { members: (row) => row.members, quota: (row) => row.quota })).toEqual({
    members: { sum: 15, mean: 7.5, known: 2 },
    quota: { sum: null, mean: null, known: 0 },
  });
});
