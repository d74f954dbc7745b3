import { describe, expect, it } from 'vitest';

import { parseDefinition } from './parse.ts';
import { catalog, definition, faults, field, group, related, segment } from './testing/sent-rules.ts';

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
