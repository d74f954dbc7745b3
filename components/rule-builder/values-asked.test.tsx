import { expect, test } from 'vitest';
import type { DraftFieldCondition, DraftRelatedCondition } from '#lib/rules/draft.ts';
import { KNOWN_VALUES_PER_FIELD } from '#lib/shared/known-values.ts';
import { catalog, draftOf } from './testing.tsx';
import { askedKey, valuesAsked } from './values-asked.ts';

const isIn = (id: string, field: string, ...value: string[]): DraftFieldCondition => ({
  ...{ id, kind: 'field', field, operator: 'in', value },
});
const intentOn = (topic: string): DraftRelatedCondition => ({
  ...{ id: 'rows', kind: 'related', entity: 'signal', measure: { fn: 'count' }, operator: 'gte', value: 1 },
  where: {
    ...{ id: 'where', kind: 'group', op: 'all' },
    rules: [isIn('type', 'type', 'intent'), isIn('topic', 'topic', topic)],
  },
});
const cities = Array.from({ length: KNOWN_VALUES_PER_FIELD }, (_, at) => `City ${at}`);
const known = { 'account.industry': ['Retail'], 'account.city': cities, 'signal.topic': ['supply chain'] };
const nothing = () => false;

test('a topic is asked of its own signals, though others have it', () => {
  const asked = valuesAsked(draftOf(intentOn('supply chain')), catalog, known, nothing);
  expect(asked).toEqual([{ entity: 'signal', name: 'topic', types: ['intent'], texts: ['supply chain'] }]);
});

test('of lists that were cut only what they lack is asked, and of whole lists nothing', () => {
  const draft = draftOf(isIn('a', 'city', 'city 3', 'Chcago'), isIn('b', 'industry', 'Xyzzy'));
  expect(valuesAsked(draft, catalog, known, nothing)).toEqual([
    { entity: 'account', name: 'city', types: undefined, texts: ['Chcago'] },
  ]);
});

test('what was looked up is not asked again', () => {
  const looked = askedKey('account.city', undefined, 'CHCAGO');
  const draft = draftOf(isIn('a', 'city', 'Chcago'));
  expect(valuesAsked(draft, catalog, known, (key) => key === looked)).toEqual([]);
});
