import fc from 'fast-check';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { expect, it } from 'vitest';
import type { RootEntity, SegmentDefinition } from '../ast.ts';
import { arbitraryDefinition } from '../testing/arbitrary-rule.ts';
import { arbitraryWorld, segmentIds } from '../testing/arbitrary-world.ts';
import { factsOfWorld } from '../testing/world.ts';
import { catalogWith, resolveInWorkspace } from '../testing/workspace.ts';
import { toPredicate } from '../to-predicate.ts';
import { toRelational } from '../to-relational.ts';
import { toJsonLogic } from './json-logic.ts';
import { toLogicRecord } from './json-logic-record.ts';

const anyAccountRule = arbitraryDefinition('account', { withSegments: false });
const published = fc
  .tuple(anyAccountRule, anyAccountRule)
  .map((definitions) =>
    Object.fromEntries(segmentIds.map((id, index) => [id, definitions[index] as SegmentDefinition])),
  );

it.each<RootEntity>(['account', 'contact'])(
  'as JsonLogic a random %s rule holds the same records, as an implementation of others sees it',
  (entity) => {
    fc.assert(
      fc.property(
        arbitraryWorld,
        published,
        fc.array(arbitraryDefinition(entity, { withSegments: true }), { minLength: 10, maxLength: 10 }),
        (world, segments, definitions) => {
          const catalog = catalogWith(segments);
          for (const definition of definitions) {
            const resolved = resolveInWorkspace(definition, { catalog, published: segments });
            const isIn = toPredicate(resolved, catalog);
            const logic = toJsonLogic(toRelational(resolved), catalog);
            for (const { facts } of factsOfWorld(world, entity)) {
              const answer = jsonLogic.apply(logic as RulesLogic, toLogicRecord(facts, resolved, catalog));
              expect(Boolean(answer), JSON.stringify(logic)).toBe(isIn(facts));
            }
          }
        },
      ),
      { seed: 20261127, numRuns: 200 },
    );
  },
);
