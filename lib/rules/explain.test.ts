import { describe, expect, it } from 'vitest';
import type { Group } from './ast.ts';
import { explainRecord, type ExplainedNode } from './explain.ts';
import { englishWords, referenceNames } from './explain-words.ts';
import type { RecordFacts } from './record-facts.ts';
import { all, any, definition, has, inSegment, is, none, where } from './testing/rule-makers.ts';
import { calendar, catalogWith, now, resolveInWorkspace } from './testing/workspace.ts';

const published = { seg_1: definition(all(is('employees', 'gte', 1000))) };
const catalog = { ...catalogWith(published), references: { rep: [{ id: 'rep_1', name: 'Ada Obi' }] } };
const words = englishWords(
  catalog,
  { currency: 'USD', timeZone: calendar.timeZone },
  referenceNames(catalog, (_, id) => (id === 'acc_9' ? 'Globex' : null)),
);

const record: RecordFacts = {
  values: {
    industry: 'Manufacturing',
    country: 'US',
    revenue: 1_240_000,
    foundedYear: 1998,
    needs: ['data quality', 'cost reduction'],
    doNotContact: false,
    renewalOn: 20_789,
    parent: 'acc_9',
    name: '  ',
  },
  references: { owner: [{ id: 'rep_1', from: 0, to: null }] },
  rows: {
    signal: [
      { values: { type: 'intent', strength: 80, occurredAt: now - 1000 } },
      { values: { type: 'intent', strength: 60, occurredAt: now - 2000 } },
      { values: { type: 'hiring', occurredAt: now - 1e11 } },
    ],
  },
};

function explain(root: Group): ExplainedNode {
  return explainRecord(resolveInWorkspace(definition(root), { published, catalog }), record, catalog, words);
}

function explainOne(rule: Group['rules'][number]): Omit<ExplainedNode, 'id' | 'children' | 'latestAt'> {
  const [node] = explain(all(rule)).children;
  if (!node) throw new Error('One condition gives one node.');
  const { outcome, known, actual } = node;
  return { outcome, known, actual };
}

describe('an explanation', () => {
  it.each([
    [is('industry', 'eq', 'manufacturing'), true, 'Manufacturing'],
    [is('country', 'eq', 'US'), true, 'United States'],
    [is('revenue', 'gt', 2_000_000), false, '$1,240,000'],
    [is('foundedYear', 'lt', 2000), true, '1998'],
    [is('needs', 'hasAny', ['data quality']), true, 'Data quality, Cost reduction'],
    [is('doNotContact', 'isFalse'), true, 'no'],
    [is('renewalOn', 'after', '2026-01-01'), true, 'Dec 2, 2026'],
    [is('parent', 'eq', 'acc_9'), true, 'Globex'],
    [is('owner', 'eq', 'rep_1'), true, 'Ada Obi'],
  ])('shows the value of %o', (rule, outcome, actual) => {
    expect(explainOne(rule)).toEqual({ outcome, known: true, actual });
  });

  it('says that a value is not known, and that a negation takes it in', () => {
    expect(explainOne(is('employees', 'gte', 500))).toEqual({
      outcome: false,
      known: false,
      actual: 'not known',
    });
    expect(explainOne(is('employees', 'ne', 500))).toEqual({
      outcome: true,
      known: false,
      actual: 'not known',
    });
    expect(explainOne(is('name', 'empty'))).toEqual({ outcome: true, known: true, actual: 'not known' });
  });

  it('counts what lies in the window and what does not', () => {
    const intent = where('all', is('type', 'eq', 'intent'));
    const recent = { last: 30, unit: 'day' } as const;
    expect(explainOne(has('signal', { where: intent, window: recent, value: 2 }))).toEqual({
      outcome: true,
      known: true,
      actual: '2 in the window (of 3 signals)',
    });
    expect(explainOne(has('technology'))).toEqual({ outcome: false, known: true, actual: 'none' });
    expect(
      explainOne(has('signal', { measure: { fn: 'avg', field: 'strength' }, operator: 'gt', value: 65 })),
    ).toEqual({
      outcome: true,
      known: true,
      actual: '70',
    });
    const noDeal = has('opportunity', { measure: { fn: 'avg', field: 'amount' }, operator: 'gt', value: 65 });
    expect(explainOne(noDeal)).toEqual({ outcome: false, known: false, actual: 'none' });
  });

  it('keeps the tree: groups, and the rule of a segment that is named', () => {
    const tree = explain(any(none(is('industry', 'eq', 'Retail')), inSegment('seg_1')));
    expect(tree).toMatchObject({ outcome: true, known: false, actual: null });
    const [without, segment] = tree.children;
    expect(without).toMatchObject({ outcome: true, known: true, actual: null });
    expect(segment).toMatchObject({ outcome: false, known: false, actual: 'not in Segment seg_1' });
    expect(segment?.children[0]?.children[0]).toMatchObject({
      outcome: false,
      known: false,
      actual: 'not known',
    });
  });
});
