import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseIsoDay } from '#lib/shared/days.ts';
import { buildCatalog } from './build-catalog.ts';
import { describeDefinition } from './describe.ts';
import type { RootEntity } from './ast.ts';
import { parseDraft } from './parse-draft.ts';
import { toDefinition } from './to-definition.ts';
import { suggest } from './typed-entry.ts';

const catalog = buildCatalog({
  customFields: [{ id: 1, entity: 'account', key: 'plants', label: 'Plants', type: 'number' }],
  references: {
    tier: [
      { id: 'tie_1', name: 'Tier 1' },
      { id: 'tie_2', name: 'Priority' },
    ],
    rep: [{ id: 'rep_1', name: 'Dara Winslade' }],
  },
  segments: [
    { id: 'seg_1', name: 'Enterprise', entity: 'account', status: 'published' },
    { id: 'seg_2', name: 'Mid-Market', entity: 'account', status: 'published' },
    { id: 'seg_3', name: 'Enterprise draft', entity: 'account', status: 'draft' },
  ],
});
const data: Record<string, readonly string[]> = {
  'technology.name': ['SAP', 'Salesforce', 'Oracle'],
  'signal.topic': ['Supply chain', 'Engineering', 'Data quality'],
  'account.industry': ['Machinery', 'Automotive', 'Manufacturing'],
  'account.city': ['Columbus'],
};

const todayOn = parseIsoDay('2026-11-22') ?? 0;

function first(text: string, entity: RootEntity = 'account'): string {
  let made = 0;
  const newId = () => `t${made++}`;
  const [best] = suggest(text, catalog, { entity, newId, valuesOf: (key) => data[key] ?? [], todayOn });
  if (!best) return 'nothing';
  const draft = {
    version: 1 as const,
    entity,
    root: { id: 'root', kind: 'group' as const, op: 'all' as const, rules: [best.rule] },
  };
  const { definition, omitted } = toDefinition(draft, catalog);
  return omitted.length > 0 ? `unfinished: ${best.label}` : describeDefinition(definition, { catalog });
}

describe('suggest', () => {
  it.each([
    ['employees > 500', 'Accounts with more than 500 employees'],
    ['employees>500', 'Accounts with more than 500 employees'],
    ['Headcount at least 1k', 'Accounts with at least 1,000 employees'],
    ['employees 500-2000', 'Accounts with 500 to 2,000 employees'],
    ['employees between 500 and 2,000', 'Accounts with 500 to 2,000 employees'],
    ['employees 500 to 2000', 'Accounts with 500 to 2,000 employees'],
    ['500-2000 employees', 'Accounts with 500 to 2,000 employees'],
    ['500 to 2,000 employees', 'Accounts with 500 to 2,000 employees'],
    ['over 500 employees', 'Accounts with more than 500 employees'],
    ['500+ employees', 'Accounts with at least 500 employees'],
    ['500 employees', 'Accounts with at least 500 employees'],
    ['$10M+ revenue', 'Accounts with revenue of at least $10M'],
    ['3 open deals', 'Accounts that have at least 3 open deals'],
    ['won deals > 2', 'Accounts that have more than 2 won deals'],
    ['contacts at least 5', 'Accounts that have at least 5 contacts'],
    ['webinars >= 2 in last 90 days', 'Accounts that have at least 2 webinar signals in the last 90 days'],
    ['name contains "steel works"', 'Accounts whose name contains “steel works”'],
    ['city is "Columbus"', 'Accounts in Columbus'],
    ['in the US', 'Accounts in the United States'],
    ['based in Germany', 'Accounts in Germany'],
    ['employees 500+', 'Accounts with at least 500 employees'],
    ['revenue >= 10m', 'Accounts with revenue of at least $10M'],
    ['revenue $10M-$100M', 'Accounts with revenue of $10M to $100M'],
    ['growth rate > 20%', 'Accounts with a growth rate of more than 20 %'],
    ['uses sap', 'Accounts that use SAP'],
    ['uses sap or oracle', 'Accounts that use SAP or Oracle'],
    ['not uses oracle', 'Accounts that do not use Oracle'],
    ["doesn't use oracle", 'Accounts that do not use Oracle'],
    ['sap', 'Accounts that use SAP'],
    ['industry is machinery', 'Accounts in Machinery'],
    ['industry machinery, automotive', 'Accounts in Machinery or Automotive'],
    ['industry is not machinery', 'Accounts that are not in Machinery'],
    ['machinery', 'Accounts in Machinery'],
    ['country us', 'Accounts in the United States'],
    ['country in us, germany', 'Accounts in the United States or Germany'],
    ['state is ohio', 'Accounts in Ohio'],
    ['germany', 'Accounts in Germany'],
    ['in Enterprise', 'Accounts in the segment Enterprise'],
    ['not in Enterprise', 'Accounts that are not in the segment Enterprise'],
    ['left mid-market this quarter', 'Accounts that left the segment Mid-Market this fiscal quarter'],
    ['entered enterprise', 'Accounts that entered the segment Enterprise this fiscal quarter'],
    [
      '2 intent signals on supply chain in 30 days',
      'Accounts that have at least 2 intent signals on Supply chain in the last 30 days',
    ],
    [
      'at least 2 intent signals on supply chain in the last 30 days',
      'Accounts that have at least 2 intent signals on Supply chain in the last 30 days',
    ],
    ['intent on supply-chain', 'Accounts that have at least 1 intent signal on Supply chain'],
    [
      'hiring engineers in 60 days',
      'Accounts that have at least 1 hiring signal on Engineering in the last 60 days',
    ],
    [
      'visited pricing page last 2 weeks',
      'Accounts that have at least 1 pricing view signal in the last 2 weeks',
    ],
    [
      'visited pricing page in 30 days',
      'Accounts that have at least 1 pricing view signal in the last 30 days',
    ],
    ['opened pricing page', 'Accounts that have at least 1 pricing view signal'],
    ['no activity in 60 days', 'Accounts that have no activity in the last 60 days'],
    ['no activity since 1 March', 'Accounts that have no activity from 1 Mar 2026'],
    ['inactive for 60 days', 'Accounts that have no activity in the last 60 days'],
    ['last activity in 30 days', 'Accounts that have at least 1 activity in the last 30 days'],
    [
      'last activity before 1 March',
      'Accounts that have at least 1 activity and have no activity from 1 Mar 2026',
    ],
    [
      'last activity before 2026-03-01',
      'Accounts that have at least 1 activity and have no activity from 1 Mar 2026',
    ],
    [
      'last activity was before December 24',
      'Accounts that have at least 1 activity and have no activity from 24 Dec 2025',
    ],
    [
      'last meeting more than 90 days ago',
      'Accounts that have at least 1 meeting and have no meeting in the last 90 days',
    ],
    ['touched before 1 March 2026', 'Accounts that have at least 1 touch up to 28 Feb 2026'],
    ['technology not salesforce', 'Accounts that do not use Salesforce'],
    ['technology is not sap or oracle', 'Accounts that do not use SAP or Oracle'],
    ['technology: sap', 'Accounts that use SAP'],
    ['not in mid-market segment', 'Accounts that are not in the segment Mid-Market'],
    ['is not in Enterprise', 'Accounts that are not in the segment Enterprise'],
    ['tier 1 accounts', 'Accounts whose tier is Tier 1'],
    ['tier 1', 'Accounts whose tier is Tier 1'],
    ['priority accounts', 'Accounts whose tier is Priority'],
    ['renewal before 1 March', 'Accounts whose renewal date is before 1 Mar 2027'],
    ['founded after 2010', 'Accounts that were founded after 2010'],
    ['founded before 1990', 'Accounts that were founded before 1990'],
    ['no open deal', 'Accounts that have no open deal'],
    ['no open deal in family', 'Accounts that have no open deal anywhere in the corporate family'],
    [
      'no open deal anywhere in the family',
      'Accounts that have no open deal anywhere in the corporate family',
    ],
    ['won deal in last year', 'Accounts that have at least 1 won deal (closed in the last year)'],
    ['not touched in 30 days', 'Accounts that have no touch in the last 30 days'],
    ['3 reachable contacts', 'Accounts that have at least 3 reachable contacts'],
    ['reachable economic buyer', 'Accounts that have at least 1 reachable economic buyer'],
    ['reachable vp in operations', 'Accounts that have at least 1 reachable VP contact in Operations'],
    ['renewal in next 90 days', 'Accounts whose renewal date is in the next 90 days'],
    ['renewal before 2027-01-01', 'Accounts whose renewal date is before 1 Jan 2027'],
    ['no owner', 'Accounts that have no known owner'],
    ['owner is dara winslade', 'Accounts whose owner is Dara Winslade'],
    ['tier is tier 1', 'Accounts whose tier is Tier 1'],
    ['industry is empty', 'Accounts that have no known industry'],
    ['plants >= 3', 'Accounts whose Plants is at least 3'],
    ['name contains inc', 'Accounts whose name contains “inc”'],
    ['funding stage series a', 'Accounts whose funding stage is Series A'],
    ['needs data quality', 'Accounts that need data quality'],
    ['customer', 'Accounts that are customers'],
  ])('%s → %s', (text, meaning) => {
    expect(first(text)).toBe(meaning);
  });

  it('reads the same for contacts, through their account', () => {
    expect(first('industry is machinery', 'contact')).toBe('Contacts at accounts in Machinery');
    expect(first('uses sap', 'contact')).toBe('Contacts that use SAP at the account');
    expect(first('seniority vp', 'contact')).toBe('Contacts whose seniority is VP');
    expect(first('account industry is machinery', 'contact')).toBe('Contacts at accounts in Machinery');
    expect(first('account: plants > 3', 'contact')).toBe(first('plants > 3', 'contact'));
    expect(first('account plants > 3', 'contact')).toBe(first('plants > 3', 'contact'));
    expect(first('plants > 3', 'contact')).toMatch(/plants/i);
  });

  it('takes a contact’s own yes or no before the same word about the account’s people', () => {
    expect(first('reachable', 'contact')).toBe('Contacts that can be reached');
    expect(first('reachable', 'account')).toBe('Accounts that have at least 1 reachable contact');
  });

  it('reads no day without its year where today is not known, and offers the tier where none has the name', () => {
    const labels = (text: string, of = catalog) =>
      suggest(text, of, { entity: 'account', newId: () => 'x' }).map(({ label }) => label);
    expect(labels('last activity before 1 March')).toEqual([]);
    expect(labels('last activity before 1 March 2026')[0]).toBe('Last activity before 1 March 2026');
    expect(labels('priority account', buildCatalog())[0]).toBe('Tier…');
  });

  it('offers every reading of a code that is several places', () => {
    const labels = suggest('state wa', catalog, { entity: 'account', newId: () => 'x' }).map(
      ({ label }) => label,
    );
    expect(labels.slice(0, 2)).toEqual(['State is Washington', 'State is Western Australia']);
  });

  it('offers fields and presets by the beginning of their names, still to be finished', () => {
    const labels = suggest('empl', catalog, { entity: 'account', newId: () => 'x' }).map(
      ({ label }) => label,
    );
    expect(labels[0]).toBe('Employees…');
    expect(first('employees')).toBe('unfinished: Employees…');
    expect(
      suggest('pricing', catalog, { entity: 'account', newId: () => 'x' }).map(({ label }) => label),
    ).toContain('Visited the pricing page');
  });

  it('offers no segment that was never published, and nothing twice', () => {
    const labels = suggest('in enter', catalog, { entity: 'account', newId: () => 'x' }).map(
      ({ label }) => label,
    );
    expect(labels[0]).toBe('In the segment Enterprise');
    expect(labels.join()).not.toContain('Enterprise draft');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('answers any text with drafts, and never throws', () => {
    const words = fc.array(
      fc.constantFrom(
        'employees',
        'not',
        'in',
        '>',
        '500',
        '-',
        'uses',
        'signals',
        'last',
        '0',
        'days',
        '1e999',
        'is',
        '2026-13-45',
        '31 feb',
        'since',
        'last',
        'activity',
        'country',
        'or',
        ',',
        '%',
        '(',
        '\\',
      ),
      { maxLength: 8 },
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      words.map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('account' as const, 'contact' as const), (text, entity) => {
        let made = 0;
        for (const { rule, label } of suggest(text, catalog, { entity, newId: () => `t${made++}` })) {
          expect(label).not.toMatch(/undefined|NaN/);
          const root = { id: 'root', kind: 'group', op: 'all', rules: [rule] };
          expect(parseDraft({ version: 1, entity, root }).ok).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
