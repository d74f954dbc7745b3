import { describe, expect, it } from 'vitest';
import type { Group, RootEntity } from '#lib/rules/ast.ts';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import { all, any, definition, has, inSegment, is, none, where } from '#lib/rules/testing/rule-makers.ts';
import { customFields, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { printSoql, spellingsOf } from './print-soql.ts';

const catalog = buildCatalog({
  customFields,
  references: {
    tier: [{ id: 'tie_1', name: 'Tier 1' }],
    rep: [{ id: 'rep_1', name: "Conor O'Neil" }],
  },
  segments: [{ id: 'seg_1', name: 'Retail', entity: 'account', status: 'published' }],
});
const published = { seg_1: definition(all(is('industry', 'eq', 'Retail'))) };

function printed(root: Group, entity: RootEntity = 'account') {
  const rule = definition(root, entity);
  const resolved = resolveInWorkspace(rule, { catalog, published });
  return printSoql(resolved, { catalog, timeZone: 'America/New_York', spellings: spellingsOf(rule) });
}

/** The conditions of the query, each as it stands on its own line. */
function conditionsOf(root: Group, entity?: RootEntity): string[] {
  const { text, issues } = printed(root, entity);
  if (text === null) throw new Error(JSON.stringify(issues));
  return text
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/^(WHERE| {2}AND) /, ''));
}

function refusedOf(root: Group, entity?: RootEntity) {
  const { text, issues } = printed(root, entity);
  expect(text).toBeNull();
  return issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('SOQL', () => {
  it.each([
    [is('industry', 'eq', "Joe's \\ Diner"), "Industry = 'Joe\\'s \\\\ Diner'"],
    [is('industry', 'ne', 'Retail'), "(Industry != 'Retail' OR Industry = null)"],
    [is('industry', 'notIn', ['A', 'B']), "(Industry NOT IN ('A', 'B') OR Industry = null)"],
    [is('name', 'contains', '100%_a'), "Name LIKE '%100\\%\\_a%'"],
    [is('name', 'notContains', 'x'), "((NOT Name LIKE '%x%') OR Name = null)"],
    [is('name', 'startsWith', 'A'), "Name LIKE 'A%'"],
    [is('employees', 'lt', 50), '(NumberOfEmployees < 50 AND NumberOfEmployees != null)'],
    [is('employees', 'empty'), 'NumberOfEmployees = null'],
    [is('doNotContact', 'isFalse'), 'Do_not_contact__c = false'],
    [is('needs', 'hasNone', ['Speed', 'Cost']), "(Needs__c EXCLUDES ('Speed', 'Cost') OR Needs__c = null)"],
    [is('country', 'eq', 'US'), "BillingCountryCode = 'US'"],
    [is('tier', 'eq', 'tie_1'), "Tier__c = 'Tier 1'"],
    [is('crmOwner', 'eq', 'rep_1'), "Owner.Name = 'Conor O\\'Neil'"],
    [is('custom.plants', 'gte', 2), 'Plants__c >= 2'],
    [is('createdAt', 'after', '2026-01-01'), 'CreatedDate >= 2026-01-02T05:00:00Z'],
    [inSegment('seg_1'), "Industry = 'RETAIL'"],
    [inSegment('seg_1', { member: false }), "(Industry != 'RETAIL' OR Industry = null)"],
    [
      has('opportunity', { where: where('all', is('outcome', 'eq', 'open')) }),
      'Id IN (SELECT AccountId FROM Opportunity WHERE AccountId != null AND IsClosed = false)',
    ],
    [
      has('contact', { where: where('all', is('jobTitle', 'contains', 'VP')), operator: 'eq', value: 0 }),
      "Id NOT IN (SELECT AccountId FROM Contact WHERE AccountId != null AND Title LIKE '%VP%')",
    ],
  ])('says %o', (rule, text) => {
    expect(conditionsOf(all(rule))).toEqual([text]);
  });

  it('puts what has to hold on lines, choices in brackets, and a state beside its country', () => {
    expect(
      conditionsOf(
        all(is('employees', 'between', [1, 5]), any(is('state', 'eq', 'US-WA'), is('city', 'eq', 'Rome'))),
      ),
    ).toEqual([
      'NumberOfEmployees >= 1',
      'NumberOfEmployees <= 5',
      "((BillingCountryCode = 'US' AND BillingStateCode = 'WA') OR BillingCity = 'Rome')",
    ]);
  });

  it('carries a negation to the leaves', () => {
    expect(conditionsOf(all(none(is('employees', 'between', [1, 5]), is('city', 'empty'))))).toEqual([
      '((NumberOfEmployees < 1 OR NumberOfEmployees = null) OR (NumberOfEmployees > 5 OR NumberOfEmployees = null))',
      'BillingCity != null',
    ]);
  });

  it('reaches the account of a contact', () => {
    expect(conditionsOf(all(is('account.industry', 'eq', 'Retail'), inSegment('seg_1')), 'contact')).toEqual([
      "Account.Industry = 'Retail'",
      'AccountId != null',
      "Account.Industry = 'Retail'",
    ]);
  });

  it('says which custom fields it counts on', () => {
    const { assumed } = printed(all(is('custom.plants', 'gte', 2), is('score', 'gt', 1)));
    expect(assumed).toEqual([
      { name: 'Plants__c', label: 'Plants' },
      { name: 'Score__c', label: 'Score' },
    ]);
  });

  it('names every part that it cannot say, and then says nothing', () => {
    expect(
      refusedOf(
        all(
          is('description', 'contains', 'x'),
          is('industry', 'eq', 'Retail'),
          any(has('technology'), has('contact')),
          has('opportunity', { value: 2 }),
          has('opportunity', { of: 'family' }),
          inSegment('seg_1', { change: 'entered', window: { last: 30, unit: 'day' } }),
          is('doNotContact', 'empty'),
        ),
      ),
    ).toEqual([
      '/root/rules/0: "Description" cannot be asked in SOQL: Salesforce does not filter on long texts.',
      '/root/rules/2/rules/0: Technologies have no standard object in Salesforce.',
      '/root/rules/3: SOQL can ask whether related records exist, not how many there are or what they come to.',
      '/root/rules/4: SOQL cannot look at the whole corporate family.',
      '/root/rules/5: Who entered or left a segment is known in Tessera only.',
      '/root/rules/6: "Do not contact" cannot be asked in SOQL: a checkbox in Salesforce is never empty.',
      '/root/rules/2/rules/1: SOQL allows related records only where everything has to hold, not in a choice.',
    ]);
  });

  it('keeps to two sub-selects', () => {
    const none = has('contact', { operator: 'eq', value: 0 });
    expect(refusedOf(all(has('contact'), has('opportunity'), none))).toEqual([
      '/root/rules/2: SOQL asks for related records in two places at most, and this is one more.',
    ]);
  });
});
