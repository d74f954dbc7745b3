import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { buildCatalog } from './build-catalog.ts';
import { findCycle } from './find-cycle.ts';
import { parseDefinition } from './parse.ts';
import { definitionSchema } from './rule-schema.ts';

const catalog = buildCatalog({
  customFields: [{ id: 7, entity: 'account', key: 'plants', label: 'Plants', type: 'number' }],
  references: {
    tier: [
      { id: 'tie_1', name: 'Tier 1' },
      { id: 'tie_2', name: 'Core' },
      { id: 'tie_3', name: 'core' },
    ],
  },
  segments: [
    { id: 'seg_1', name: 'Enterprise', entity: 'account', status: 'published' },
    { id: 'seg_2', name: 'New one', entity: 'account', status: 'draft' },
    { id: 'seg_3', name: 'Old one', entity: 'account', status: 'retired' },
    { id: 'seg_4', name: 'People', entity: 'contact', status: 'published' },
  ],
});

const group = (op: string, ...rules: unknown[]) => ({
  id: `g${JSON.stringify(rules).length}`,
  kind: 'group',
  op,
  rules,
});
const definition = (entity: string, ...rules: unknown[]) => ({
  version: 1,
  entity,
  root: { id: 'root', kind: 'group', op: 'all', rules },
});
const field = (name: string, operator: string, value?: unknown) => ({
  id: name,
  kind: 'field',
  field: name,
  operator,
  ...(value === undefined ? {} : { value }),
});
const related = (more: Record<string, unknown>) => ({
  id: 'rel',
  kind: 'related',
  entity: 'signal',
  where: null,
  measure: { fn: 'count' },
  operator: 'gte',
  value: 1,
  ...more,
});
const segment = (more: Record<string, unknown>) => ({ id: 's', kind: 'segment', member: true, ...more });

function faults(input: unknown, options = {}) {
  const result = parseDefinition(input, catalog, options);
  return result.ok ? [] : result.error.map(({ path, code }) => `${path} ${code}`);
}

function value(rule: unknown, entity = 'account', options = {}) {
  const result = parseDefinition(definition(entity, rule), catalog, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const [first] = result.value.root.rules;
  return first?.kind === 'field' ? first.value : first;
}

describe('parseDefinition refuses', () => {
  const cases: [string, unknown, string][] = [
    ['an unknown field', field('emploies', 'gt', 1), '/root/rules/0/field unknown_field'],
    ['an unknown operator', field('employees', 'like', 1), '/root/rules/0/operator unknown_operator'],
    [
      'an operator of another type',
      field('employees', 'contains', 'x'),
      '/root/rules/0/operator unknown_operator',
    ],
    ['the name of a built-in property', field('constructor', 'eq', 'x'), '/root/rules/0/field unknown_field'],
    [
      'an operator from the prototype',
      field('employees', 'toString', 1),
      '/root/rules/0/operator unknown_operator',
    ],
    ['text for a number', field('employees', 'gt', '500'), '/root/rules/0/value wrong_type'],
    ['a missing value', field('employees', 'gt'), '/root/rules/0/value missing'],
    ['a value where none belongs', field('employees', 'empty', 1), '/root/rules/0/value unexpected_value'],
    [
      'an infinite number',
      field('employees', 'gt', Number.POSITIVE_INFINITY),
      '/root/rules/0/value wrong_type',
    ],
    [
      'numbers in the wrong order',
      field('employees', 'between', [2000, 500]),
      '/root/rules/0/value out_of_order',
    ],
    ['a range of one', field('employees', 'between', [2000]), '/root/rules/0/value wrong_type'],
    ['an empty list', field('industry', 'in', []), '/root/rules/0/value empty_value'],
    ['blank text', field('industry', 'eq', '  '), '/root/rules/0/value empty_value'],
    ['blank text in a list', field('industry', 'in', ['a', '\u00a0']), '/root/rules/0/value/1 empty_value'],
    ['long text', field('name', 'contains', 'x'.repeat(1001)), '/root/rules/0/value text_too_long'],
    [
      'a long list',
      field('name', 'in', Array.from({ length: 10_001 }, String)),
      '/root/rules/0/value too_many_values',
    ],
    ['no calendar date', field('renewalOn', 'on', '2026-02-30'), '/root/rules/0/value wrong_type'],
    [
      'an instant on a day field',
      field('renewalOn', 'on', '2026-02-03T10:00:00Z'),
      '/root/rules/0/value wrong_type',
    ],
    [
      'dates in the wrong order',
      field('renewalOn', 'between', ['2026-02-03', '2026-02-01']),
      '/root/rules/0/value out_of_order',
    ],
    [
      'relative dates in the wrong order',
      field('renewalOn', 'between', [
        { ago: 1, unit: 'day' },
        { ago: 9, unit: 'day' },
      ]),
      '/root/rules/0/value out_of_order',
    ],
    ['an empty window', field('renewalOn', 'within', {}), '/root/rules/0/value empty_value'],
    [
      'a window of zero days',
      field('renewalOn', 'within', { last: 0, unit: 'day' }),
      '/root/rules/0/value/last out_of_range',
    ],
    [
      'a fraction of days',
      field('renewalOn', 'within', { last: 1.5, unit: 'day' }),
      '/root/rules/0/value/last out_of_range',
    ],
    [
      'a window beyond the calendar',
      field('renewalOn', 'within', { last: 1e9, unit: 'year' }),
      '/root/rules/0/value/last out_of_range',
    ],
    [
      'hours on a day field',
      field('renewalOn', 'within', { last: 3, unit: 'hour' }),
      '/root/rules/0/value/unit wrong_type',
    ],
    [
      'a window from late to early',
      field('renewalOn', 'within', { from: '2026-02-03', to: '2026-02-01' }),
      '/root/rules/0/value out_of_order',
    ],
    [
      'a window of two kinds',
      field('renewalOn', 'within', { last: 3, unit: 'day', from: '2026-02-01' }),
      '/root/rules/0/value unknown_key',
    ],
    ['a country of nowhere', field('country', 'eq', 'Philipines'), '/root/rules/0/value unknown_place'],
    ['a short state of no country', field('state', 'in', ['WA']), '/root/rules/0/value/0 unknown_place'],
    ['a tier of no name', field('tier', 'eq', 'Tier 9'), '/root/rules/0/value unknown_reference'],
    ['a tier of two', field('tier', 'eq', 'CORE'), '/root/rules/0/value ambiguous_reference'],
    ['an account called by name', field('parent', 'eq', 'Acme'), '/root/rules/0/value unknown_reference'],
    [
      'a window without a date',
      related({ entity: 'opportunity', window: { last: 3, unit: 'day' } }),
      '/root/rules/0/window no_date',
    ],
    [
      'a window on a field that is no date',
      related({ window: { field: 'topic', last: 3, unit: 'day' } }),
      '/root/rules/0/window/field no_date',
    ],
    ['a measure of nothing', related({ measure: { fn: 'sum' } }), '/root/rules/0/measure/field missing'],
    [
      'a sum of words',
      related({ measure: { fn: 'sum', field: 'topic' } }),
      '/root/rules/0/measure/field wrong_type',
    ],
    [
      'an exact sum',
      related({ measure: { fn: 'sum', field: 'strength' }, operator: 'eq' }),
      '/root/rules/0/operator unknown_operator',
    ],
    ['a count of text', related({ value: '1' }), '/root/rules/0/value wrong_type'],
    [
      'a count between in the wrong order',
      related({ operator: 'between', value: [3, 1] }),
      '/root/rules/0/value out_of_order',
    ],
    [
      'fields of another entity on a row',
      related({ where: group('all', field('employees', 'gt', 1)) }),
      '/root/rules/0/where/rules/0/field unknown_field',
    ],
    [
      'the account of a row',
      related({ entity: 'contact', where: group('all', field('account.employees', 'gt', 1)) }),
      '/root/rules/0/where/rules/0/field unknown_field',
    ],
    [
      'a row inside a row',
      related({ where: group('all', related({ id: 'x' })) }),
      '/root/rules/0/where/rules/0 wrong_type',
    ],
    ['no where at all', related({ where: undefined }), '/root/rules/0/where missing'],
    ['a deleted segment', segment({ segmentId: 'seg_9' }), '/root/rules/0/segmentId unknown_segment'],
    [
      'an unpublished segment',
      segment({ segmentId: 'seg_2' }),
      '/root/rules/0/segmentId segment_unpublished',
    ],
    [
      'a segment of contacts among accounts',
      segment({ segmentId: 'seg_4' }),
      '/root/rules/0/segmentId wrong_entity',
    ],
    [
      'a move without a window',
      segment({ segmentId: 'seg_1', change: 'left' }),
      '/root/rules/0/window missing',
    ],
    ['an unknown key', { ...field('employees', 'gt', 1), muted: true }, '/root/rules/0 unknown_key'],
    ['a node without a kind', { id: 'x' }, '/root/rules/0 wrong_type'],
    ['null', null, '/root/rules/0 wrong_type'],
    ['an unknown group operator', group('some'), '/root/rules/0/op wrong_type'],
  ];
  it.each(cases)('%s', (_, rule, fault) => {
    expect(faults(definition('account', rule))).toEqual([fault]);
  });

  it.each([
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { version: 2, entity: 'account', root: group('all') },
    { version: 1, entity: 'deal', root: group('all') },
    { version: 1, entity: 'account', root: field('name', 'notEmpty') },
  ])('the document %j', (input) => {
    expect(faults(input)).not.toEqual([]);
  });

  it('tells all faults at once, in words', () => {
    const result = parseDefinition(
      definition('account', field('employees', 'between', [2000, 500]), {
        ...group('any', field('nope', 'eq', 'x')),
        op: 'xor',
      }),
      catalog,
    );
    expect(result).toEqual({
      ok: false,
      error: [
        {
          path: '/root/rules/0/value',
          code: 'out_of_order',
          message: '"Employees between" needs its lower number first (got 2000 and 500).',
        },
        { path: '/root/rules/1/op', code: 'wrong_type', message: expect.stringContaining('all, any, none') },
        { path: '/root/rules/1/rules/0/field', code: 'unknown_field', message: expect.any(String) },
      ],
    });
  });

  it('two nodes of one id', () => {
    expect(faults(definition('account', field('name', 'empty'), field('name', 'notEmpty')))).toEqual([
      '/root/rules/1/id duplicate_id',
    ]);
  });

  it('nesting and heaps, without recursion', () => {
    let deep: unknown = field('name', 'empty');
    for (let level = 0; level < 1_000_000; level += 1)
      deep = { id: 'x', kind: 'group', op: 'all', rules: [deep] };
    expect(faults(definition('account', deep))[0]).toMatch(/too_deep$/);
    let arrays: unknown = [];
    for (let level = 0; level < 100_000; level += 1) arrays = [arrays];
    expect(faults(arrays)[0]).toMatch(/too_deep$/);
    const many = Array.from({ length: 501 }, (_, at) => ({ ...field('name', 'empty'), id: `n${at}` }));
    expect(faults(definition('account', ...many))).toEqual(['/root too_many_conditions']);
    expect(faults(definition('account', ...many.slice(1)))).toEqual([]);
    const heap = Array.from({ length: 1_000_000 }, () => group('all'));
    expect(faults({ version: 1, entity: 'account', root: { ...group('all'), rules: heap } })[0]).toMatch(
      /too_many/,
    );
  });

  it('the eleventh level and no earlier one', () => {
    const nested = (levels: number): unknown =>
      levels === 0
        ? field('name', 'empty')
        : { id: `l${levels}`, kind: 'group', op: 'all', rules: [nested(levels - 1)] };
    expect(faults(definition('account', nested(9)))).toEqual([]);
    expect(faults(definition('account', nested(10)))[0]).toMatch(/too_deep$/);
  });
});

describe('parseDefinition stores', () => {
  it('references as ids, by id or by unambiguous name', () => {
    expect(value(field('tier', 'in', ['tier 1', 'tie_2', 'tie_1']))).toEqual(['tie_1', 'tie_2']);
    expect(value(field('parent', 'eq', 'acc_1k7'))).toBe('acc_1k7');
    expect(value(field('owner', 'eq', 'rep_3'))).toBe('rep_3');
  });

  it('countries and states as codes', () => {
    expect(value(field('country', 'in', ['usa', 'Deutschland', 'US']))).toEqual(['US', 'DE']);
    expect(value(field('state', 'eq', 'Washington'))).toBe('US-WA');
    expect(value(field('country', 'startsWith', 'Uni'))).toBe('Uni');
  });

  it('a short state beside a single known country', () => {
    const result = parseDefinition(
      definition('account', field('country', 'in', ['Australia']), group('any', field('state', 'eq', 'wa'))),
      catalog,
    );
    expect(result.ok && result.value.root.rules[1]).toMatchObject({ rules: [{ value: 'AU-WA' }] });
    expect(
      faults(
        definition('account', group('any', field('country', 'eq', 'Australia'), field('state', 'eq', 'wa'))),
      ),
    ).toEqual(['/root/rules/0/rules/1/value unknown_place']);
  });

  it('a place as typed when it stands so in the data', () => {
    const knownValues = (key: string) => new Set(key === 'account.country' ? ['PHILIPINES'] : []);
    expect(value(field('country', 'eq', 'Philipines'), 'account', { knownValues })).toBe('Philipines');
  });

  it('custom fields, identity keys by system, and the account of a contact', () => {
    expect(value(field('custom.plants', 'gte', 3))).toBe(3);
    expect(value(field('externalId.hubspot', 'eq', ' 17 '))).toBe(' 17 ');
    expect(value(field('account.employees', 'gte', 3), 'contact')).toBe(3);
    expect(faults(definition('account', field('account.employees', 'gte', 3)))).toHaveLength(1);
  });

  it('related, segment and moving conditions as they were sent', () => {
    const rules = [
      related({
        entity: 'opportunity',
        of: 'family',
        window: { field: 'closedOn', last: 1, unit: 'year' },
        measure: { fn: 'sum', field: 'amount' },
        value: 10,
      }),
      segment({ segmentId: 'seg_3', member: false }),
      {
        ...segment({ segmentId: 'seg_1', change: 'entered', window: { period: 'this', unit: 'quarter' } }),
        id: 's2',
      },
      group('none'),
    ];
    const input = definition('account', ...rules);
    expect(parseDefinition(input, catalog)).toEqual({ ok: true, value: input });
  });
});

describe('cycles', () => {
  const graph = new Map([
    ['seg_1', ['account.tier']],
    ['account.tier', ['seg_3']],
    ['seg_3', []],
  ]);
  it('are refused with their path by name', () => {
    const result = parseDefinition(definition('account', segment({ segmentId: 'seg_1' })), catalog, {
      cycles: { segmentId: 'seg_3', graph },
    });
    expect(result).toMatchObject({ ok: false, error: [{ code: 'cycle' }] });
    expect(!result.ok && result.error[0]?.message).toContain('Old one → Enterprise → account.tier → Old one');
    expect(
      faults(definition('account', segment({ segmentId: 'seg_3' })), {
        cycles: { segmentId: 'seg_1', graph },
      }),
    ).toEqual([]);
  });

  it('are found at the end of a long chain', () => {
    const chain = new Map(
      Array.from({ length: 20_000 }, (_, at) => [`${at}`, [`${(at + 1) % 20_000}`]] as const),
    );
    expect(findCycle('0', chain)).toHaveLength(20_001);
    expect(findCycle('x', chain)).toBeNull();
  });
});

describe('any JSON', () => {
  it('gives a definition or issues with pointers, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue({ maxDepth: 6 }), (rule, whole) => {
        expect(faults(whole).every((fault) => / \w+$/.test(fault))).toBe(true);
        expect(
          faults(
            definition(
              'account',
              rule,
              field('name', 'eq', rule),
              field('industry', 'in', rule),
              related({ value: rule, where: rule, window: rule }),
            ),
          ).every((fault) => fault.startsWith('/')),
        ).toBe(true);
      }),
    );
  });
});

describe('definitionSchema', () => {
  it('describes requests as JSON schema, recursion included', () => {
    const schema = z.toJSONSchema(definitionSchema, { io: 'input' });
    expect(JSON.stringify(schema)).toContain('"$ref"');
  });

  it('accepts what the parser stores', () => {
    const input = definition(
      'account',
      field('employees', 'between', [1, 2]),
      related({ where: group('any', field('type', 'eq', 'intent')) }),
      segment({ segmentId: 'seg_1' }),
    );
    expect(definitionSchema.safeParse(input).success).toBe(true);
    expect(definitionSchema.safeParse(definition('account', { id: 'x', kind: 'group' })).success).toBe(false);
  });
});
