import { describe, expect, it } from 'vitest';
import type { Group, SegmentDefinition } from './ast.ts';
import { findContradictions, type Finding, type RuleFacts } from './contradictions.ts';
import type { Draft } from './draft.ts';
import { withNewIds } from './edit/duplicate-rule.ts';
import { all, any, definition, has, inSegment, is, none, where } from './testing/rule-makers.ts';
import { calendar, catalogWith, now } from './testing/workspace.ts';

const catalog = catalogWith({ seg_1: definition(all()) });
const words = { catalog, calendar, asOf: now, currency: 'USD' };
const held: Record<string, string[]> = {
  'account.industry': ['Manufacturing', 'Retail'],
  'technology.name': ['SAP', 'Oracle'],
  'signal.topic intent': ['supply chain optimisation', 'demand planning'],
};
const facts: RuleFacts = {
  valuesOf: (key, types) => held[[key, ...(types ?? [])].join(' ')] ?? [],
  hasValue: (key, value, types) => held[[key, ...(types ?? [])].join(' ')]?.includes(value) ?? null,
  fillRate: (key) => ({ 'account.revenue': 0.12, 'account.needs': 0.004 })[key] ?? null,
};

let made = 0;
const newId = () => `x${made++}`;

function lookedAt(root: Group): { found: Finding[]; draft: Draft } {
  const asked: SegmentDefinition = { ...definition(root), root: withNewIds(root, newId) };
  const draft = asked as Draft;
  return { found: findContradictions(asked, draft, facts, words, newId), draft };
}

const said = (root: Group) =>
  lookedAt(root).found.map(({ code, message }) => `${code}: ${message}`.replaceAll('\u00a0', ' '));

describe('sentences', () => {
  it.each<[Group, string]>([
    [
      all(is('employees', 'gt', 500), is('employees', 'lt', 100)),
      'neverTrue: Nobody can match both “Employees is more than 500” and “Employees is less than 100”, so the segment is empty.',
    ],
    [
      all(is('country', 'in', ['US', 'DE']), is('country', 'ne', 'US'), is('country', 'ne', 'DE')),
      'neverTrue: Nobody who matches “Country is United States or Germany” and “Country is not United States” can match “Country is not Germany” too, so the segment is empty.',
    ],
    [
      all(is('employees', 'gt', 500), is('employees', 'gt', 200)),
      'redundant: Needless: whoever matches “Employees is more than 500” matches this too.',
    ],
    [
      any(is('employees', 'gt', 500), is('employees', 'gt', 200)),
      'redundant: Needless: “Employees is more than 200” already lets all of them in.',
    ],
    [
      none(is('employees', 'gt', 500), is('employees', 'gt', 200)),
      'redundant: Needless: “Employees is more than 200” already keeps all of them out.',
    ],
    [
      any(is('industry', 'eq', 'Retail'), is('industry', 'ne', 'Retail')),
      'alwaysTrue: Everybody matches “Industry is not Retail” or “Industry is Retail”, so the group keeps nobody out.',
    ],
    [
      all(inSegment('seg_1'), inSegment('seg_1', { member: false })),
      'neverTrue: Nobody can match both “In the segment Segment seg_1” and “Are not in the segment Segment seg_1”, so the segment is empty.',
    ],
    [
      all(any(is('name', 'eq', 'a'), all(is('employees', 'gt', 9), is('name', 'ne', 'a')))),
      'redundant: Needless: beside “Name is a” this keeps no one else out.',
    ],
    [
      all(is('industry', 'eq', 'Manufacturng')),
      'unknownValue: No record has the industry “Manufacturng”. “Manufacturing” is close to it.',
    ],
    [
      all(is('industry', 'in', ['Retail', 'Xyzzy', 'Plugh'])),
      'unknownValue: 2 of 3 values stand in no record: “Xyzzy”, “Plugh”.',
    ],
    [
      all(is('industry', 'in', ['Xyzzy', 'Manufacturng', 'Retial', 'Retail', 'Plugh', 'Qwert'])),
      'unknownValue: 5 of 6 values stand in no record: “Manufacturng” (close to “Manufacturing”), “Retial” (close to “Retail”), “Xyzzy” and 2 more.',
    ],
    [
      all(has('technology', { where: where('any', is('name', 'eq', 'Orcale')) })),
      'unknownValue: No record has the technology “Orcale”. “Oracle” is close to it.',
    ],
    [
      all(
        has('signal', {
          where: where('all', is('type', 'in', ['intent']), is('topic', 'in', ['supply chain'])),
        }),
      ),
      'unknownValue: No intent signal has the topic “supply chain”. “supply chain optimisation” is close to it.',
    ],
    [
      all(has('signal', { window: { next: 30, unit: 'day' } })),
      'unreachableDates: These dates lie ahead, and “Date” of a signal records what has happened.',
    ],
    [
      all(is('createdAt', 'after', '2040-01-01')),
      'unreachableDates: These dates lie ahead, and “Created” records what has happened.',
    ],
    [
      all(has('opportunity', { window: { field: 'closedOn', to: '1950-01-01' } })),
      'unreachableDates: These dates end before 1970, and no “Closed” of a deal is that old.',
    ],
    [
      all(is('revenue', 'gte', 5)),
      'mostlyEmpty: Only 12 % of accounts have a value in “Revenue”; the rest are left out.',
    ],
    [
      all(is('needs', 'hasNone', ['cost'])),
      'mostlyEmpty: Only 0.4 % of accounts have a value in “Needs”; the rest count as not having it.',
    ],
  ])('%#', (root, expected) => {
    expect(said(root)).toEqual([expected]);
  });

  it('has nothing to say about a plain rule', () => {
    const plain = all(
      is('industry', 'in', ['Manufacturing', 'Retail']),
      is('employees', 'between', [500, 2000]),
      is('renewalOn', 'within', { next: 30, unit: 'day' }),
      has('signal', { window: { last: 30, unit: 'day' } }),
      has('activity', { window: { field: 'scheduledAt', next: 7, unit: 'day' } }),
      is('name', 'eq', 'Nobody knows'),
      is('externalId.salesforce', 'in', ['0015000000Gv7qJ', 'x']),
    );
    expect(said(plain)).toEqual([]);
  });
});

it('leaves a rule that no longer fits the catalog to those who name its fault', () => {
  expect(said(all(is('gone', 'eq', 'x')))).toEqual([]);
});

describe('fixes', () => {
  const fixed = (root: Group) => {
    const { found, draft } = lookedAt(root);
    const fix = found[0]?.fix;
    return { label: fix?.label ?? null, rules: fix?.apply(draft).root.rules };
  };

  it('makes one condition of two values that were meant as either', () => {
    const { label, rules } = fixed(
      all(is('country', 'eq', 'US'), is('country', 'in', ['DE', 'US'].slice(0, 1))),
    );
    expect(label).toBe('Match either');
    expect(rules).toMatchObject([{ field: 'country', operator: 'in', value: ['US', 'DE'] }]);
    expect(rules).toHaveLength(1);
  });

  it('takes the needless one out', () => {
    const { label, rules } = fixed(all(is('employees', 'gt', 200), is('employees', 'gt', 500)));
    expect(label).toBe('Remove it');
    expect(rules).toMatchObject([{ value: 500 }]);
  });

  it('takes the nearest known value', () => {
    const { label, rules } = fixed(all(is('industry', 'in', ['Retail', 'Manufacturng'])));
    expect(label).toBe('Use Manufacturing');
    expect(rules).toMatchObject([{ value: ['Retail', 'Manufacturing'] }]);
  });

  it('corrects what is nearly known in a long list first, then offers to leave out the rest', () => {
    const list = ['Xyzzy', 'Manufacturng', 'Retail', 'Retial', 'Plugh'];
    const first = fixed(all(is('industry', 'in', list)));
    expect(first.label).toBe('Correct 2 of them');
    expect(first.rules).toMatchObject([{ value: ['Xyzzy', 'Manufacturing', 'Retail', 'Plugh'] }]);
    const second = fixed(all(is('industry', 'in', ['Xyzzy', 'Manufacturing', 'Retail', 'Plugh'])));
    expect(second.label).toBe('Leave them out');
    expect(second.rules).toMatchObject([{ value: ['Manufacturing', 'Retail'] }]);
  });

  it('names the first of five hundred pasted values that are nearly known, and corrects so many at once', () => {
    const names = Array.from({ length: 1000 }, (_, at) => `Industry number ${at * 7919}`);
    const pasted = names
      .slice(0, 500)
      .map((name, at) => (at % 2 ? name : `${name.slice(0, 3)}x${name.slice(4)}y`));
    const rule = definition({ ...all(), rules: [{ ...is('industry', 'in', pasted), id: 'long' }] });
    const many: RuleFacts = {
      ...facts,
      valuesOf: () => names,
      hasValue: (_, value) => names.includes(value),
    };
    const [found] = findContradictions(rule, rule as Draft, many, words, newId);
    expect(found?.message).toMatch(/^250 of 500 values stand in no record: .* and 247 more\.$/);
    expect(found?.fix?.label).toBe('Correct 50 of them');
  });

  it('turns a window of the future round', () => {
    const { label, rules } = fixed(all(has('signal', { window: { next: 30, unit: 'day' } })));
    expect(label).toBe('Use the last 30 days');
    expect(rules).toMatchObject([{ window: { last: 30, unit: 'day' } }]);
    expect(rules?.[0]).not.toHaveProperty('window.next');
  });

  it('lets in or keeps out those whose value is unknown', () => {
    expect(fixed(all(is('revenue', 'gte', 5))).rules).toMatchObject([
      { op: 'any', rules: [{ operator: 'gte' }, { operator: 'empty' }] },
    ]);
    expect(fixed(all(is('needs', 'hasNone', ['cost']))).rules).toMatchObject([
      { operator: 'hasNone' },
      { field: 'needs', operator: 'notEmpty' },
    ]);
  });

  it('offers none that would take the whole rule away', () => {
    expect(fixed(any(is('industry', 'eq', 'Retail'), is('industry', 'ne', 'Retail'))).label).toBeNull();
  });
});
