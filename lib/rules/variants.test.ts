import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Rule, SegmentDefinition } from './ast.ts';
import { parseDefinition } from './parse.ts';
import { arbitraryDefinition } from './testing/arbitrary-rule.ts';
import { arbitraryWorld } from './testing/arbitrary-world.ts';
import { all, any, definition, is, none } from './testing/rule-makers.ts';
import { factsOfWorld } from './testing/world.ts';
import { catalogWith, resolveInWorkspace } from './testing/workspace.ts';
import { toPredicate } from './to-predicate.ts';
import {
  failingOnly,
  groupsAround,
  inIfKnown,
  inOnly,
  narrowed,
  reachablePeople,
  without,
} from './variants.ts';

const catalog = catalogWith();
const anyDefinition = arbitraryDefinition('account', { withSegments: false });

type World = Parameters<typeof factsOfWorld>[0];

function members(rule: SegmentDefinition, world: World): boolean[] {
  const isIn = toPredicate(resolveInWorkspace(rule), catalog);
  return factsOfWorld(world, 'account').map(({ facts }) => isIn(facts));
}

function conditionsOf(rule: Rule): Condition[] {
  return rule.kind === 'group' ? rule.rules.flatMap(conditionsOf) : [rule];
}

/** Ids that are certainly unique. */
function numbered(rule: SegmentDefinition): SegmentDefinition {
  let made = 0;
  const visit = (node: Rule): Rule => {
    const id = `n${made++}`;
    if (node.kind === 'group') return { ...node, id, rules: node.rules.map(visit) };
    if (node.kind === 'related' && node.where)
      return { ...node, id, where: visit(node.where) as typeof node.where };
    return { ...node, id };
  };
  return { ...rule, root: visit(rule.root) as SegmentDefinition['root'] };
}

describe('rules made from rules', () => {
  it('hold who is in one and not in the other', () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, arbitraryWorld, (a, b, world) => {
        const [inA, inB] = [members(a, world), members(b, world)];
        expect(members(inOnly(a, b), world)).toEqual(inA.map((isIn, at) => isIn && !inB[at]));
      }),
    );
  });

  it('hold exactly those who are out and would be in if one condition flipped', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(20), arbitraryWorld, (drawn, pick, world) => {
        const rule = numbered(drawn);
        const conditions = conditionsOf(rule.root);
        const condition = conditions[pick % Math.max(1, conditions.length)];
        fc.pre(condition !== undefined);
        const flip = (node: Rule): Rule => {
          if (node.id === condition.id) return { id: 'flip', kind: 'group', op: 'none', rules: [node] };
          return node.kind === 'group' ? { ...node, rules: node.rules.map(flip) } : node;
        };
        const flipped = members({ ...rule, root: flip(rule.root) as typeof rule.root }, world);
        const now = members(rule, world);
        expect(members(failingOnly(rule, condition.id), world)).toEqual(
          flipped.map((isIn, at) => isIn && !now[at]),
        );
      }),
    );
  });

  it('stay whole rules that the parser takes', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(20), (drawn, pick) => {
        const rule = numbered(drawn);
        const conditions = conditionsOf(rule.root);
        const id = conditions[pick % Math.max(1, conditions.length)]?.id ?? '';
        const codes = [
          failingOnly(rule, id),
          inOnly(rule, rule),
          inIfKnown(rule, 'employees'),
          reachablePeople(rule),
        ].map((made) => {
          const parsed = parseDefinition(JSON.parse(JSON.stringify(made)), catalog, {
            knownValues: () => ({ has: () => true }),
          });
          return parsed.ok ? 'fits' : parsed.error[0]?.code;
        });
        for (const code of codes) expect(code).toMatch(/^(fits|too_deep|too_many_conditions)$/);
      }),
    );
  });

  it('find those whom a missing value keeps out, in positive and negative places', () => {
    const rule = numbered(definition(all(is('employees', 'gte', 10), none(any(is('revenue', 'lt', 5))))));
    expect(inIfKnown(rule, 'employees').root.rules[0]).toMatchObject({
      rules: [{ op: 'any', rules: [{ operator: 'gte' }, { operator: 'empty' }] }, { op: 'none' }],
    });
    expect(inIfKnown(rule, 'revenue').root.rules[0]).toMatchObject({
      rules: [
        {},
        { op: 'none', rules: [{ op: 'any', rules: [{ op: 'all', rules: [{}, { operator: 'notEmpty' }] }] }] },
      ],
    });
  });

  it('take one condition out with the groups that this empties', () => {
    const rule = numbered(definition(all(is('name', 'notEmpty'), any(is('employees', 'gte', 1)))));
    expect(without(rule, 'n3').root.rules).toHaveLength(1);
    expect(without(numbered(definition(all(is('name', 'notEmpty')))), 'n1').root).toMatchObject({
      op: 'all',
      rules: [],
    });
    expect(narrowed(rule, is('revenue', 'empty')).root.rules).toHaveLength(2);
    expect(groupsAround(rule.root, 'n3').map((group) => group.op)).toEqual(['all', 'any']);
    expect(groupsAround(rule.root, 'nowhere')).toEqual([]);
  });
});
