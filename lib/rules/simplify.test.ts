import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Rule, SegmentDefinition } from './ast.ts';
import { canonicalText } from './canonical.ts';
import { digest } from './digest.ts';
import { sha256 } from './sha256.ts';
import { simplify } from './simplify.ts';
import { arbitraryDefinition } from './testing/arbitrary-rule.ts';
import { arbitraryWorld } from './testing/arbitrary-world.ts';
import { all, any, definition, has, inSegment, is, none, where } from './testing/rule-makers.ts';
import { factsOfWorld } from './testing/world.ts';
import { catalogWith, resolveInWorkspace } from './testing/workspace.ts';
import { toPredicate } from './to-predicate.ts';

const anyDefinition = fc.oneof(
  arbitraryDefinition('account', { withSegments: false }),
  arbitraryDefinition('contact', { withSegments: false }),
);

const retail = () => is('industry', 'eq', 'Retail');
const big = () => is('employees', 'gte', 500);
const simplified = (root: ReturnType<typeof all>) => canonicalText(simplify(definition(root)).root);

describe('simplify', () => {
  it.each<[string, ReturnType<typeof all>, ReturnType<typeof all>]>([
    [
      'joins nested groups of one kind',
      all(retail(), all(big(), all(is('name', 'notEmpty')))),
      all(retail(), big(), is('name', 'notEmpty')),
    ],
    [
      'drops repeats, however they are spelled',
      all(retail(), is('industry', 'in', ['Retail']), big()),
      all(retail(), big()),
    ],
    [
      'turns none of one condition into its complement',
      all(none(retail()), big()),
      all(is('industry', 'ne', 'Retail'), big()),
    ],
    ['turns none of not into the condition', all(none(none(retail(), big()))), any(retail(), big())],
    ['takes an any apart inside none', none(any(retail(), big())), none(retail(), big())],
    ['keeps none where no operator is the complement', none(big()), none(big())],
    ['drops what is always true', all(retail(), all(), none()), all(retail())],
    ['sees that a part is never true', all(retail(), any()), any()],
    ['flips membership', none(inSegment('seg_1')), all(inSegment('seg_1', { member: false }))],
    [
      'turns a count around, but no average',
      all(none(has('signal'))),
      all(has('signal', { operator: 'lt' })),
    ],
    [
      'simplifies what is asked of a row',
      all(has('signal', { where: where('all', where('none')) })),
      all(has('signal')),
    ],
  ])('%s', (_, before, after) => {
    expect(simplified(before)).toBe(canonicalText(after));
  });

  it('leaves an average in its none group, because it can be missing', () => {
    const average = has('signal', { measure: { fn: 'avg', field: 'strength' } });
    expect(simplified(none(average))).toBe(canonicalText(none(average)));
  });

  it('never changes who is in', () => {
    const catalog = catalogWith();
    fc.assert(
      fc.property(anyDefinition, arbitraryWorld, (before, world) => {
        const members = (rule: SegmentDefinition) => {
          const isIn = toPredicate(resolveInWorkspace(rule), catalog);
          return factsOfWorld(world, rule.entity).map(({ facts }) => isIn(facts));
        };
        expect(members(simplify(before))).toEqual(members(before));
      }),
      { numRuns: 300 },
    );
  });
});

function shuffled(rule: Rule, turn: number): Rule {
  const id = `${rule.id}-${turn}`;
  if (rule.kind !== 'group') {
    if (rule.kind === 'field' && ['in', 'hasAny'].includes(rule.operator) && Array.isArray(rule.value)) {
      return { ...rule, id, value: [...(rule.value as string[])].reverse() };
    }
    return { ...rule, id };
  }
  const rules = rule.rules.map((child) => shuffled(child, turn));
  return { ...rule, id, rules: [...rules.slice(turn), ...rules.slice(0, turn)] };
}

describe('digest', () => {
  it('does not see ids, order or what simplify removes', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(3), (before, turn) => {
        const moved = { ...before, root: shuffled(before.root, turn) as typeof before.root };
        expect(digest(moved)).toBe(digest(before));
        expect(digest(simplify(before))).toBe(digest(before));
      }),
      { numRuns: 300 },
    );
  });

  it('sees every change of meaning', () => {
    const roots = [
      all(),
      any(),
      all(retail()),
      all(big()),
      any(retail(), big()),
      all(retail(), big()),
      none(retail(), big()),
      all(is('industry', 'eq', 'retail')),
      all(has('signal')),
      all(has('signal', { of: 'family' })),
      all(has('signal', { window: { last: 30, unit: 'day' } })),
      all(has('signal', { window: { last: 30, unit: 'week' } })),
      all(has('opportunity', { window: { field: 'createdOn', last: 30, unit: 'week' } })),
      all(has('opportunity', { window: { field: 'closedOn', last: 30, unit: 'week' } })),
      all(is('renewalOn', 'between', ['2026-01-01', '2026-02-01'])),
    ];
    const digests = roots.flatMap((root) => [digest(definition(root)), digest(definition(root, 'contact'))]);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('sha256', () => {
  it('is the hash that everybody else computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text.toWellFormed()).digest('hex'));
      }),
    );
  });
});
