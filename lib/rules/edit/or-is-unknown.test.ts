import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SegmentDefinition } from '../ast.ts';
import type { Draft } from '../draft.ts';
import { arbitraryDefinition } from '../testing/arbitrary-rule.ts';
import { arbitraryWorld } from '../testing/arbitrary-world.ts';
import { all, any, definition, is, none } from '../testing/rule-makers.ts';
import { factsOfWorld, type World } from '../testing/world.ts';
import { resolveInWorkspace, catalogWith } from '../testing/workspace.ts';
import { toPredicate } from '../to-predicate.ts';
import { inIfKnown } from '../variants.ts';
import { orIsUnknown } from './or-is-unknown.ts';
import { allNodes } from './tree.ts';
import { withNewIds } from './duplicate-rule.ts';

const catalog = catalogWith();

let made = 0;

function counter(): () => string {
  return () => `x${made++}`;
}

function idsOf(asked: SegmentDefinition, world: World): number[] {
  const isIn = toPredicate(resolveInWorkspace(asked, { catalog }), catalog);
  return factsOfWorld(world, asked.entity).flatMap(({ id, facts }) => (isIn(facts) ? [id] : []));
}

it('puts "or is empty" beside each condition on the field, and its opposite where the group keeps out', () => {
  const draft = definition(
    all(is('employees', 'gte', 500), is('country', 'eq', 'US'), none(is('employees', 'gt', 9000))),
  ) as Draft;
  const changed = orIsUnknown(draft, 'employees', counter());
  expect(changed.root.rules).toMatchObject([
    { op: 'any', rules: [{ operator: 'gte' }, { field: 'employees', operator: 'empty' }] },
    { field: 'country' },
    { op: 'none', rules: [{ op: 'all', rules: [{ operator: 'gt' }, { operator: 'notEmpty' }] }] },
  ]);
  expect(orIsUnknown(draft, 'revenue', counter())).toBe(draft);
});

it('leaves muted conditions alone', () => {
  const muted = { ...is('employees', 'gte', 5), muted: true };
  const draft = definition(any(muted, is('country', 'eq', 'US'))) as Draft;
  expect(orIsUnknown(draft, 'employees', counter())).toBe(draft);
});

it('lets in exactly those who could be in if the value were known', () => {
  fc.assert(
    fc.property(
      arbitraryWorld,
      arbitraryDefinition('account', { withSegments: false }),
      fc.constantFrom('employees', 'industry', 'country'),
      (world, asked, field) => {
        const own = { ...asked, root: withNewIds(asked.root, counter()) };
        const changed = orIsUnknown(own as Draft, field, counter()) as SegmentDefinition;
        const expected = [...new Set([...idsOf(own, world), ...idsOf(inIfKnown(own, field), world)])];
        expect(idsOf(changed, world)).toEqual(expected.sort((a, b) => a - b));
        expect(allNodes(changed.root).length).toBeGreaterThanOrEqual(allNodes(own.root).length);
      },
    ),
    { seed: 20_261_127, numRuns: 300 },
  );
});
