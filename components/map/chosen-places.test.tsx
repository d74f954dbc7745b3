import { expect, it } from 'vitest';
import { chosenPlaces } from './chosen-places.ts';

const tally = (code: string, accounts: number, selected: number) => ({ code, accounts, selected });

it('names states and countries all of whose accounts are chosen', () => {
  const tallies = [tally('US-WA', 3, 3), tally('US-OR', 3, 2), tally('DE', 1, 1), tally('', 2, 2)];
  expect(chosenPlaces(tallies, null, [])).toEqual(['US-WA', 'DE']);
});

it('writes counties with their state and name', () => {
  const counties = [{ id: '53033', label: 'King' }];
  expect(chosenPlaces([tally('53033', 5, 5)], 'US-WA', counties)).toEqual(['county:US-WA:53033:King']);
});
