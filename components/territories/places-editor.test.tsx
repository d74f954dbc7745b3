import { expect, test } from 'vitest';
import { takenEarlier } from './places-editor.tsx';

const geography = (id: string, places: string[]) => ({ id, name: id, kind: 'geography' as const, places });

test('a place counts as taken by an earlier territory that names it or its country', () => {
  const list = [
    geography('Europe', ['DE', 'PL']),
    { ...geography('Rule', []), kind: 'rule' as const },
    geography('USA', ['US']),
    geography('West', ['US-WA', 'PL', 'FR']),
    geography('Late', ['FR']),
  ];
  expect(takenEarlier(list, { id: 'West' }, ['US-WA', 'PL', 'FR'])).toEqual([
    { code: 'US-WA', by: 'USA' },
    { code: 'PL', by: 'Europe' },
  ]);
  expect(takenEarlier(list, { id: 'Europe' }, ['DE', 'PL'])).toEqual([]);
});

test('postal codes are taken by their country, or by an earlier beginning of them', () => {
  const list = [
    geography('Northwest', ['postal:US:98']),
    geography('Canada', ['CA']),
    geography('Seattle', []),
  ];
  const places = ['postal:US:981', 'postal:US:97', 'postal:CA:V5', 'radius:47.6,-122.3,50'];
  expect(takenEarlier(list, { id: 'Seattle' }, places)).toEqual([
    { code: 'postal:US:981', by: 'Northwest' },
    { code: 'postal:CA:V5', by: 'Canada' },
  ]);
});
