import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareDefinitions } from './compare.ts';
import type { DescribeContext } from './describe.ts';
import {
  describeCondition,
  describeConditionOfOne,
  describeDefinition as sentence,
  describeTokens,
} from './describe.ts';
import { arbitraryDefinition } from './testing/arbitrary-rule.ts';
import { all, any, definition, has, inSegment, is, none, where } from './testing/rule-makers.ts';
import { calendar, catalogWith, now } from './testing/workspace.ts';

const published = { seg_1: definition(all()), seg_2: definition(all()) };
const context: DescribeContext = { catalog: catalogWith(published), calendar, asOf: now };
const undated: DescribeContext = { catalog: context.catalog };

const uses = (...names: string[]) => has('technology', { where: where('all', is('name', 'in', names)) });
const intent = () =>
  has('signal', {
    where: where('all', is('type', 'eq', 'intent'), is('topic', 'in', ['supply chain'])),
    operator: 'gte',
    value: 2,
    window: { last: 30, unit: 'day' },
  });

describe('the sentence', () => {
  it.each<[ReturnType<typeof all>, string]>([
    [
      all(
        is('industry', 'in', ['Machinery', 'Automotive']),
        is('country', 'in', ['US']),
        is('employees', 'between', [500, 2000]),
        uses('SAP'),
        intent(),
      ),
      'Accounts in Machinery or Automotive in the United States with 500 to 2,000 employees that use SAP and have at least 2 intent signals on supply chain since 23 Oct',
    ],
    [
      all(
        is('industry', 'eq', 'Healthcare'),
        has('contact', {
          where: where('all', is('persona', 'eq', 'economic buyer'), is('reachable', 'isTrue')),
        }),
        has('opportunity', {
          where: where('all', is('outcome', 'eq', 'open')),
          of: 'family',
          operator: 'eq',
          value: 0,
        }),
        has('activity', {
          where: where('all', is('type', 'eq', 'touch')),
          operator: 'eq',
          value: 0,
          window: { last: 30, unit: 'day' },
        }),
      ),
      'Accounts in Healthcare that have at least 1 reachable economic buyer, have no open deal anywhere in the corporate family and have no touch since 23 Oct',
    ],
    [
      all(
        inSegment('seg_1', { change: 'left', window: { period: 'this', unit: 'quarter' } }),
        inSegment('seg_2'),
      ),
      'Accounts in the segment Segment seg_2 that left the segment Segment seg_1 from 1 Nov to 31 Jan 2027',
    ],
    [
      any(is('industry', 'eq', 'Retail'), is('revenue', 'gte', 10_000_000)),
      'Accounts that either are in Retail or have revenue of at least $10M',
    ],
    [all(is('revenue', 'lt', 1_234_567)), 'Accounts with revenue of less than $1,234,567'],
    [
      none(is('industry', 'eq', 'Retail'), uses('SAP', 'Oracle')),
      'Accounts other than those that either are in Retail or use SAP or Oracle',
    ],
    [all(none(is('employees', 'gte', 500))), 'Accounts other than those with at least 500 employees'],
    [
      all(is('foundedYear', 'gte', 2010), is('score', 'gt', 70), is('owner', 'empty')),
      'Accounts that were founded in 2010 or later and have no known owner and whose score is more than 70',
    ],
    [
      any(all(uses('SAP'), intent()), is('state', 'eq', 'US-OH')),
      'Accounts that either (use SAP and have at least 2 intent signals on supply chain since 23 Oct) or are in Ohio',
    ],
    [
      all(
        has('opportunity', {
          measure: { fn: 'sum', field: 'amount' },
          where: where('all', is('outcome', 'eq', 'won')),
          value: 50_000,
          window: { field: 'closedOn', last: 1, unit: 'year' },
        }),
      ),
      'Accounts whose total amount of won deals (closed since 22 Nov 2025) is at least $50,000',
    ],
    [
      all(has('signal', { where: where('any', is('strength', 'gte', 70), is('topic', 'empty')) })),
      'Accounts that have at least 1 signal whose (strength is at least 70 or topic is empty)',
    ],
    [
      all(is('country', 'eq', 'US'), is('state', 'in', ['US-FL']), is('employees', 'gte', 500)),
      'Accounts in Florida, United States with at least 500 employees',
    ],
    [
      all(is('industry', 'eq', 'Retail'), is('country', 'eq', 'US'), is('state', 'in', ['US-FL', 'US-TX'])),
      'Accounts in Retail in Florida or Texas in the United States',
    ],
    [
      all(is('city', 'eq', 'Miami'), is('country', 'in', ['US', 'CA']), is('state', 'eq', 'US-FL')),
      'Accounts in Miami, Florida in the United States or Canada',
    ],
    [
      any(
        all(is('country', 'eq', 'US'), is('state', 'eq', 'US-FL')),
        is('industry', 'eq', 'Retail'),
        uses('SAP'),
      ),
      'Accounts that either are in Florida in the United States, are in Retail or use SAP',
    ],
    [
      all(is('country', 'eq', 'US'), is('state', 'notIn', ['US-FL'])),
      'Accounts in the United States that are not in Florida',
    ],
    [
      all(is('country', 'in', ['US', 'CA']), is('country', 'in', ['US', 'MX']), is('state', 'eq', 'US-FL')),
      'Accounts in the United States or Canada in the United States or Mexico in Florida',
    ],
    [all(), 'All accounts'],
    [any(), 'No accounts'],
    [all(is('custom.gone', 'eq', 'x')), 'Accounts whose custom.gone is asked for but no longer exists'],
  ])('%#', (root, text) => {
    expect(sentence(definition(root), context)).toBe(text);
  });

  it('asks a contact’s account by its own words', () => {
    const root = all(
      is('account.industry', 'eq', 'Retail'),
      is('account.employees', 'gte', 500),
      is('reachable', 'isTrue'),
      inSegment('seg_1'),
    );
    expect(sentence(definition(root, 'contact'), context)).toBe(
      'Contacts at accounts in Retail in the segment Segment seg_1 with at least 500 employees that can be reached',
    );
  });

  it('tells windows as they were written when today is not known', () => {
    expect(sentence(definition(all(intent())), undated)).toContain('in the last 30 days');
    expect(sentence(definition(all(is('renewalOn', 'before', { ahead: 3, unit: 'month' }))), undated)).toBe(
      'Accounts whose renewal date is before 3 months ahead',
    );
  });

  it('marks what the rule says apart from the grammar around it', () => {
    const tokens = describeTokens(definition(all(is('industry', 'in', ['Retail', 'Banking']))), context);
    expect(tokens).toEqual([
      { text: 'Accounts in ', strong: false },
      { text: 'Retail', strong: true },
      { text: ' or ', strong: false },
      { text: 'Banking', strong: true },
    ]);
  });

  it('shortens a long list and says how many more there are', () => {
    const values = Array.from({ length: 12 }, (_, at) => `V${at}`);
    expect(sentence(definition(all(is('industry', 'in', values))), context)).toBe(
      'Accounts in V0, V1, V2, V3, V4, V5, V6 or 5 others',
    );
  });

  it('is made for every rule, whatever the catalog still knows', () => {
    const anyDefinition = fc.oneof(
      arbitraryDefinition('account', { withSegments: true }),
      arbitraryDefinition('contact', { withSegments: true }),
    );
    const empty: DescribeContext = { catalog: { fields: new Map(), references: {}, segments: new Map() } };
    fc.assert(
      fc.property(anyDefinition, (rule) => {
        for (const about of [context, undated, empty]) {
          const text = sentence(rule, about);
          expect(text).toMatch(/^(All|No|Accounts|Contacts) ?/);
          expect(text).not.toMatch(/undefined|NaN|\[object|null/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('describeCondition', () => {
  it.each([
    [is('industry', 'in', ['Retail', 'Banking']), 'Industry is Retail or Banking'],
    [is('industry', 'notIn', ['Retail', 'Banking']), 'Industry is not Retail or Banking'],
    [is('employees', 'between', [500, 2000]), 'Employees is 500 to 2,000'],
    [is('country', 'ne', 'DE'), 'Country is not Germany'],
    [is('fundingStage', 'in', ['series-a', 'seed']), 'Funding stage is Series A or Seed'],
    [is('renewalOn', 'within', { next: 90, unit: 'day' }), 'Renewal date is from 22 Nov to 20 Feb 2027'],
    [is('needs', 'hasNone', ['data quality']), 'Needs has none of Data quality'],
    [uses('SAP'), 'Use SAP'],
    [inSegment('seg_1'), 'In the segment Segment seg_1'],
    [inSegment('seg_1', { member: false }), 'Are not in the segment Segment seg_1'],
  ])('%#', (condition, text) => {
    expect(describeCondition(condition, 'account', context)).toBe(text);
  });
});

it.each([
  [uses('SAP'), 'Uses SAP'],
  [{ ...uses('SAP'), operator: 'eq' as const, value: 0 }, 'Does not use SAP'],
  [has('signal', { operator: 'gte', value: 2 }), 'Has at least 2 signals'],
  [inSegment('seg_1', { member: false }), 'Is not in the segment Segment seg_1'],
  [is('employees', 'gt', 5), 'Employees is more than 5'],
])('is said of one account: %#', (condition, text) => {
  expect(describeConditionOfOne(condition, 'account', context)).toBe(text);
});

describe('compareDefinitions', () => {
  const changes = (before: ReturnType<typeof all> | null, after: ReturnType<typeof all>) =>
    compareDefinitions(before && definition(before), definition(after), context).map(
      ({ kind, text }) => `${kind}: ${text.map((token) => token.text).join('')}`,
    );
  const retail = is('industry', 'in', ['Retail']);
  const big = is('employees', 'gte', 500);

  it('says what was added, removed, changed, moved and regrouped', () => {
    const before = all(retail, big, uses('SAP'));
    const inner = { ...any(retail), id: 'inner' };
    const after = {
      ...before,
      op: 'any' as const,
      rules: [{ ...big, value: 450 }, inner, is('name', 'notEmpty')],
    };
    expect(changes(before, after)).toEqual([
      'removed: Use SAP',
      'changed: Employees is at least 500 → Employees is at least 450',
      'moved: Industry is Retail moved to any of these',
      'added: Name is not empty',
      'regrouped: all of these became any of these',
    ]);
  });

  it('says nothing when the meaning is the same, whatever the ids', () => {
    expect(
      changes(all(retail, big), all(is('employees', 'gte', 500), all(is('industry', 'eq', 'Retail')))),
    ).toEqual([]);
  });

  it('does not call a condition new that only got another id', () => {
    const again = is('industry', 'in', ['Retail']);
    expect(changes(all(retail), all(again, big))).toEqual(['added: Employees is at least 500']);
  });

  it('calls everything new where there was nothing, and says something whenever something changed', () => {
    expect(changes(null, all(retail))).toEqual(['added: Industry is Retail']);
    const sameParts = [all(retail, any(big, uses('SAP'))), all(any(retail, big), uses('SAP'))] as const;
    expect(changes(...sameParts).length).toBeGreaterThan(0);
  });
});
