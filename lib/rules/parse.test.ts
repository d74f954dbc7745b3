import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { findCycle } from './find-cycle.ts';
import { parseDefinition } from './parse.ts';
import { definitionSchema } from './rule-schema.ts';
import { catalog, definition, faults, field, group, related, segment } from './testing/sent-rules.ts';

function value(rule: unknown, entity = 'account', options = {}) {
  const result = parseDefinition(definition(entity, rule), catalog, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const [first] = result.value.root.rules;
  return first?.kind === 'field' ? first.value : first;
}

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
