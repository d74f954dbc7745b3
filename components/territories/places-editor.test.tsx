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
