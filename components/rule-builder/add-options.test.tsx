import { expect, test } from 'vitest';
import { addOptions } from './add-options.ts';
import { catalog } from './testing.tsx';

const context = { catalog, entity: 'account' as const, valuesOf: () => [], fillRates: new Map() };
const labels = (text: string) => addOptions(text, context).map(({ label }) => label);

test('a segment that is read from the text stands in the list once', () => {
  expect(labels('in enterprise').filter((label) => /^In .*Enterprise$/.test(label))).toEqual([
    'In the segment Enterprise',
  ]);
});

test('a segment that the text only holds is offered beside what is read', () => {
  expect(labels('not in enterprise')).toContain('Are not in the segment Enterprise');
  expect(labels('enterpri').some((label) => label.endsWith('Enterprise'))).toBe(true);
});
