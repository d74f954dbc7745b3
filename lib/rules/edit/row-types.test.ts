import { expect, test } from 'vitest';
import type { Draft, DraftFieldCondition, DraftFieldGroup } from '../draft.ts';
import { rowTypesAround } from './row-types.ts';

const topic: DraftFieldCondition = { id: 'topic', kind: 'field', field: 'topic', operator: 'in' };
const intent: DraftFieldCondition = {
  ...{ id: 'type', kind: 'field', field: 'type', operator: 'in' },
  value: ['intent'],
};

function draftWith(where: Omit<DraftFieldGroup, 'id' | 'kind'>): Draft {
  return {
    version: 1,
    entity: 'account',
    root: {
      ...{ id: 'root', kind: 'group', op: 'all' },
      rules: [
        {
          ...{ id: 'rows', kind: 'related', entity: 'signal', measure: { fn: 'count' } },
          ...{ operator: 'gte', value: 1, where: { id: 'where', kind: 'group', ...where } },
        },
      ],
    },
  };
}

test('a topic is asked of signals of the type beside it, the type itself of all', () => {
  const draft = draftWith({ op: 'all', rules: [intent, topic] });
  expect(rowTypesAround(draft, 'topic')).toEqual(['intent']);
  expect(rowTypesAround(draft, 'type')).toBeUndefined();
  expect(rowTypesAround(draft, 'rows')).toBeUndefined();
});

test('any type passes where it is one of several ways, is ruled out, muted or not chosen yet', () => {
  for (const where of [
    { op: 'any' as const, rules: [intent, topic] },
    { op: 'all' as const, rules: [{ ...intent, operator: 'notIn' as const }, topic] },
    { op: 'all' as const, rules: [{ ...intent, muted: true }, topic] },
    {
      op: 'all' as const,
      rules: [{ id: 'type', kind: 'field' as const, field: 'type', operator: 'in' as const }, topic],
    },
  ]) {
    expect(rowTypesAround(draftWith(where), 'topic')).toBeUndefined();
  }
});
