import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  FieldCondition,
  Group,
  MeasureOperator,
  RootEntity,
  Rule,
  SegmentDefinition,
  Window,
} from '../ast.ts';
import type { Draft } from '../draft.ts';
import { removeRule } from '../edit/remove-rule.ts';
import { replaceNode } from '../edit/tree.ts';
import { arbitraryDefinition } from '../testing/arbitrary-rule.ts';
import { arbitraryWorld } from '../testing/arbitrary-world.ts';
import { all, definition, has, is, where } from '../testing/rule-makers.ts';
import { factsOfWorld, type World } from '../testing/world.ts';
import { now, resolveInWorkspace } from '../testing/workspace.ts';
import { toPredicate } from '../to-predicate.ts';
import { type LogicFinding } from './logic.ts';
import { catalog, findingsOf, published } from './testing/findings.ts';

const seed = 20_261_127;
const id = fc.nat().map((number) => `f${number}`);
const few: fc.Arbitrary<FieldCondition>[] = [
  fc.record({
    id,
    kind: fc.constant('field' as const),
    field: fc.constantFrom('employees', 'custom.plants'),
    operator: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'),
    value: fc.constantFrom(1, 2, 500),
  }),
  fc.record({
    id,
    kind: fc.constant('field' as const),
    field: fc.constantFrom('industry', 'name'),
    operator: fc.constantFrom('eq', 'ne', 'contains', 'notContains', 'startsWith', 'endsWith'),
    value: fc.constantFrom('Acme', 'strasse', 'm', 'e', 'ss', 'ac'),
  }),
  fc.record({
    id,
    kind: fc.constant('field' as const),
    field: fc.constantFrom('needs'),
    operator: fc.constantFrom('hasAny', 'hasAll', 'hasNone'),
    value: fc.array(fc.constantFrom('Acme', 'a_b', '0'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    id,
    kind: fc.constant('field' as const),
    field: fc.constantFrom('employees', 'industry', 'needs', 'doNotContact'),
    operator: fc.constantFrom('empty', 'notEmpty'),
  }),
  fc.record({
    id,
    kind: fc.constant('field' as const),
    field: fc.constant('doNotContact'),
    operator: fc.constantFrom('isTrue', 'isFalse'),
  }),
];

/** Rules about few things, so that they clash and repeat each other. */
const narrow = fc
  .letrec<{ group: Group; rule: Rule }>((tie) => ({
    rule: fc.oneof({ maxDepth: 2, depthIdentifier: 'narrow' }, ...few, tie('group')),
    group: fc.record({
      id,
      kind: fc.constant('group' as const),
      op: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 4, depthIdentifier: 'narrow' }),
    }),
  }))
  .group.map((root): SegmentDefinition => ({ version: 1, entity: 'account', root }));

/** Counts of the same rows in times, kinds and scopes that hold each other or not. */
const counts = (entity: RootEntity): fc.Arbitrary<SegmentDefinition> =>
  fc
    .array(
      fc.record({
        of: fc.constantFrom('self' as const, 'account' as const, 'family' as const),
        kind: fc.constantFrom(
          null,
          where('all', is('strength', 'gte', 1)),
          where('all', is('strength', 'gte', 50)),
          where('any', is('topic', 'notEmpty'), is('strength', 'gte', 1)),
        ),
        window: fc.constantFrom<Window | undefined>(
          undefined,
          { last: 30, unit: 'day' },
          { last: 90, unit: 'day' },
          { from: '2020-01-01' },
          { to: '2026-11-01' },
        ),
        measure: fc.constantFrom({ fn: 'count' as const }, { fn: 'countDistinct' as const, field: 'topic' }),
        operator: fc.constantFrom<MeasureOperator>('gte', 'eq', 'lt', 'ne', 'lte'),
        value: fc.constantFrom(0, 1, 2),
      }),
      { minLength: 2, maxLength: 5 },
    )
    .chain((asked) =>
      fc.constantFrom('all' as const, 'any' as const, 'none' as const).map((op) =>
        definition(
          {
            ...all(),
            op,
            rules: asked.map(({ kind, window, ...rest }) =>
              has('signal', { where: kind, ...rest, ...(window ? { window } : {}) }),
            ),
          },
          entity,
        ),
      ),
    );

function renumbered(asked: SegmentDefinition): SegmentDefinition {
  let made = 0;
  const fresh = <Node extends Rule>(node: Node): Node => {
    made += 1;
    const own = { ...node, id: `r${made}` };
    if (own.kind === 'group') return { ...own, rules: own.rules.map(fresh) };
    return own.kind === 'related' && own.where ? { ...own, where: fresh(own.where) } : own;
  };
  return { ...asked, root: fresh(asked.root) };
}

function idsOf(asked: SegmentDefinition, world: World): number[] {
  const isIn = toPredicate(resolveInWorkspace(asked, { catalog, published }), catalog);
  return factsOfWorld(world, asked.entity).flatMap(({ id: record, facts }) => (isIn(facts) ? [record] : []));
}

function put(asked: SegmentDefinition, of: string, op: 'all' | 'any'): SegmentDefinition {
  const settled = replaceNode(asked as Draft, of, () => [{ id: of, kind: 'group', op, rules: [] }]);
  return settled as SegmentDefinition;
}

/** The rule with what a finding claims written out. */
function asClaimed(asked: SegmentDefinition, { code, of }: LogicFinding): SegmentDefinition {
  if (code === 'redundant') return removeRule(asked as Draft, of) as SegmentDefinition;
  return put(asked, of, code === 'neverTrue' ? 'any' : 'all');
}

function expectTrueFindings(asked: SegmentDefinition, world: World, counts: Record<string, number>): void {
  const findings = findingsOf(asked);
  const before = idsOf(asked, world);
  for (const finding of findings) {
    counts[finding.code] = (counts[finding.code] ?? 0) + 1;
    expect(idsOf(asClaimed(asked, finding), world), JSON.stringify([finding, asked])).toEqual(before);
    if (finding.of !== asked.root.id) continue;
    const everybody = factsOfWorld(world, asked.entity).map(({ id: record }) => record);
    expect(before).toEqual(finding.code === 'neverTrue' ? [] : everybody);
  }
  const needless = findings.filter(({ code }) => code === 'redundant').map(({ of }) => of);
  const without = needless.reduce((left, of) => removeRule(left, of), asked as Draft);
  expect(idsOf(without as SegmentDefinition, world), JSON.stringify([needless, asked])).toEqual(before);
}

describe('on random rules and worlds', () => {
  const wide = (entity: RootEntity) => arbitraryDefinition(entity, { withSegments: true });
  it.each([
    ['rules about few things', narrow, ['neverTrue', 'alwaysTrue', 'redundant']],
    ['counts of rows of accounts', counts('account'), ['neverTrue', 'alwaysTrue', 'redundant']],
    ['counts of rows of contacts', counts('contact'), ['neverTrue', 'alwaysTrue', 'redundant']],
    ['any rule on accounts', wide('account'), []],
    ['any rule on contacts', wide('contact'), []],
  ] as const)('%s: what is claimed holds for everybody', (name, rules, expected) => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(arbitraryWorld, fc.array(rules, { minLength: 12, maxLength: 12 }), (world, asked) => {
        for (const one of asked) expectTrueFindings(renumbered(one), world, counts);
      }),
      { seed, numRuns: 60 },
    );
    // eslint-disable-next-line no-console -- a run must be repeatable from its output
    console.info(`${name}: seed ${seed}`, counts, `at ${now}`);
    for (const code of expected) expect(counts[code]).toBeGreaterThan(20);
  });
});
