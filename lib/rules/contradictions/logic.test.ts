import { describe, expect, it } from 'vitest';
import type { Group, MeasureOperator, Rule, Window } from '../ast.ts';
import { all, any, definition, has, inSegment, is, none, where } from '../testing/rule-makers.ts';
import { findingsOf } from './testing/findings.ts';

/** Findings as `code of<-because`, with nodes numbered in reading order: `0` is the root. */
function said(root: Group): string[] {
  const ids = new Map<string, number>();
  const visit = (rule: Rule) => {
    ids.set(rule.id, ids.size);
    if (rule.kind === 'group') rule.rules.forEach(visit);
    if (rule.kind === 'related' && rule.where) visit(rule.where);
  };
  visit(root);
  return findingsOf(definition(root)).map(
    ({ code, of, at, because }) =>
      `${code} ${ids.get(of)} at ${ids.get(at)}${because.length > 0 ? ` because ${because.map((id) => ids.get(id)).join()}` : ''}`,
  );
}

/** Intent signals in a window. */
const intent = (value: number, window: Window, operator: MeasureOperator = 'gte') =>
  has('signal', { where: where('all', is('type', 'eq', 'intent')), window, operator, value });

describe('what logic finds', () => {
  it.each<[string, Group, string[]]>([
    ['nothing in a plain rule', all(is('employees', 'gte', 5), is('country', 'eq', 'US')), []],
    [
      'numbers that exclude each other',
      all(is('employees', 'gt', 500), is('revenue', 'gt', 1), is('employees', 'lt', 100)),
      ['neverTrue 0 at 3 because 1'],
    ],
    ['touching bounds', all(is('employees', 'gte', 500), is('employees', 'lte', 500)), []],
    [
      'bounds that leave nothing',
      all(is('employees', 'gt', 500), is('employees', 'lte', 500)),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'two values of one field',
      all(is('country', 'eq', 'US'), is('country', 'eq', 'DE')),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'only the three together leave nobody',
      all(is('country', 'in', ['US', 'DE']), is('country', 'ne', 'US'), is('country', 'ne', 'DE')),
      ['neverTrue 0 at 3 because 1,2'],
    ],
    [
      'the wider of two bounds',
      all(is('employees', 'gt', 500), is('employees', 'gt', 200)),
      ['redundant 2 at 2 because 1'],
    ],
    [
      'the wider of two lists, whichever comes first',
      all(is('country', 'in', ['US', 'CA']), is('country', 'eq', 'US')),
      ['redundant 1 at 1 because 2'],
    ],
    [
      'the second of two equals',
      all(is('needs', 'hasAny', ['a']), is('needs', 'hasAny', ['a'])),
      ['redundant 2 at 2 because 1'],
    ],
    [
      'the narrower of two alternatives',
      any(is('employees', 'gt', 500), is('employees', 'gt', 200)),
      ['redundant 1 at 1 because 2'],
    ],
    [
      'x or not x',
      any(is('industry', 'eq', 'Retail'), is('industry', 'ne', 'retail')),
      ['alwaysTrue 0 at 2 because 1'],
    ],
    ['x or not x, unless a value is missing', any(is('employees', 'gt', 5), is('employees', 'lte', 5)), []],
    [
      'neither x nor not x',
      none(is('name', 'empty'), is('name', 'notEmpty')),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'known is implied',
      all(is('employees', 'gt', 5), is('employees', 'notEmpty')),
      ['redundant 2 at 2 because 1'],
    ],
    [
      'unknown excludes',
      all(is('industry', 'eq', 'Retail'), is('industry', 'empty')),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'parts of words',
      all(is('name', 'contains', 'acme inc'), is('name', 'contains', 'ACME')),
      ['redundant 2 at 2 because 1'],
    ],
    [
      'a part that a value does not have',
      all(is('name', 'eq', 'Acme'), is('name', 'contains', 'x')),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'tags',
      all(is('needs', 'hasAll', ['a', 'b']), is('needs', 'hasNone', ['b', 'c'])),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'flags',
      all(is('doNotContact', 'isTrue'), is('doNotContact', 'isFalse')),
      ['neverTrue 0 at 2 because 1'],
    ],
    ['less than no rows', all(has('signal', { operator: 'lt', value: 0 })), ['neverTrue 0 at 1']],
    [
      'no rows or more',
      all(is('country', 'eq', 'US'), has('signal', { operator: 'gte', value: 0 })),
      ['alwaysTrue 2 at 2'],
    ],
    [
      'rows and no rows',
      all(has('signal'), has('signal', { operator: 'eq', value: 0 })),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'two names of one row',
      all(has('technology', { where: where('all', is('name', 'eq', 'SAP'), is('name', 'eq', 'Oracle')) })),
      ['neverTrue 0 at 1', 'neverTrue 2 at 4 because 3'],
    ],
    [
      'a date outside of the window',
      all(
        has('signal', {
          where: where('all', is('occurredAt', 'before', '2020-01-01')),
          window: { last: 30, unit: 'day' },
        }),
      ),
      ['neverTrue 0 at 1', 'neverTrue 2 at 3 because 1'],
    ],
    [
      'in and not in a segment',
      all(inSegment('seg_1'), inSegment('seg_1', { member: false })),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'what a group repeats of its surroundings',
      all(is('country', 'eq', 'US'), any(is('country', 'in', ['US', 'CA']), is('employees', 'gt', 5))),
      ['redundant 2 at 2 because 1'],
    ],
    [
      'an alternative that its surroundings forbid',
      all(is('country', 'eq', 'US'), any(is('country', 'eq', 'CA'), is('employees', 'gt', 5))),
      ['redundant 3 at 3 because 1'],
    ],
    [
      'the reason inside of a group',
      all(is('revenue', 'gt', 1), all(is('employees', 'gt', 9), is('employees', 'lt', 3))),
      ['neverTrue 2 at 4 because 3'],
    ],
    [
      'dates',
      all(is('renewalOn', 'before', '2026-01-01'), is('renewalOn', 'within', { next: 30, unit: 'day' })),
      ['neverTrue 0 at 2 because 1'],
    ],
    [
      'many rows in a short time, any in a longer one',
      all(intent(3, { last: 30, unit: 'day' }), intent(1, { last: 90, unit: 'day' })),
      ['redundant 4 at 4 because 1'],
    ],
    [
      'the same turned round: few in a short time say nothing about more in a longer one',
      all(intent(1, { last: 30, unit: 'day' }), intent(3, { last: 90, unit: 'day' })),
      [],
    ],
    [
      'rows in a short time, but none in a longer one',
      all(intent(1, { last: 30, unit: 'day' }), intent(0, { last: 90, unit: 'day' }, 'eq')),
      ['neverTrue 0 at 4 because 1'],
    ],
    [
      'rows of one kind in a window, and any rows at all',
      all(has('signal'), intent(2, { last: 30, unit: 'day' })),
      ['redundant 1 at 1 because 2'],
    ],
    [
      'an alternative that a wider one takes in',
      any(intent(2, { last: 30, unit: 'day' }), intent(2, { last: 1, unit: 'year' })),
      ['redundant 1 at 1 because 4'],
    ],
    [
      'an alternative that is open to everybody: rows in a year, or none in its last month',
      any(intent(1, { last: 1, unit: 'year' }), intent(0, { last: 30, unit: 'day' }, 'eq')),
      ['alwaysTrue 0 at 4 because 1'],
    ],
    [
      'two short times that only overlap',
      all(
        intent(1, { from: '2026-01-01', to: '2026-06-30' }),
        intent(1, { from: '2026-03-01', to: '2026-09-30' }),
      ),
      [],
    ],
    [
      'another kind of row in the longer time',
      all(
        intent(3, { last: 30, unit: 'day' }),
        has('signal', { where: where('all', is('type', 'eq', 'hiring')), window: { last: 90, unit: 'day' } }),
      ),
      [],
    ],
  ])('%s', (_, root, expected) => {
    expect(said(root)).toEqual(expected);
  });

  it('stays quick with many conditions and long lists', () => {
    const long = Array.from({ length: 5000 }, (_, at) => `company-${at}.example`);
    const rules = Array.from({ length: 60 }, (_, at) => is(`custom.plants`, 'ne', at));
    const start = performance.now();
    expect(said(all(is('domain', 'in', long), is('domain', 'in', long.slice(10)), ...rules))).toEqual([
      'redundant 1 at 1 because 2',
    ]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
