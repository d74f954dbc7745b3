import { expect, test } from 'vitest';
import type { DraftRelatedCondition } from '#lib/rules/draft.ts';
import { relatedName } from './words.ts';

const signals: DraftRelatedCondition = {
  ...{ id: 'a', kind: 'related', entity: 'signal', measure: { fn: 'count' }, operator: 'gte', value: 1 },
  where: null,
};
const intent: DraftRelatedCondition = {
  ...signals,
  where: {
    ...{ id: 'w', kind: 'group', op: 'all' },
    rules: [{ id: 't', kind: 'field', field: 'type', operator: 'in', value: ['intent'] }],
  },
};

test('a condition says whose rows it counts where they are not the record’s own', () => {
  expect(relatedName(signals)).toBe('Signal');
  expect(relatedName({ ...signals, of: 'account' })).toBe('Signal of the account');
  expect(relatedName({ ...intent, of: 'family' })).toBe('Intent in the family');
  expect(relatedName({ ...intent, of: 'self' })).toBe('Intent');
});
