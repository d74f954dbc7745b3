import fc from 'fast-check';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { expect, it } from 'vitest';
import type { RootEntity } from '../ast.ts';
import { arbitraryDefinition } from '../testing/arbitrary-rule.ts';
import { arbitraryWorld } from '../testing/arbitrary-world.ts';
import { factsOfWorld } from '../testing/world.ts';
import { catalogWith, resolveInWorkspace } from '../testing/workspace.ts';
import { toPredicate } from '../to-predicate.ts';
import { toRelational } from '../to-relational.ts';
import { toJsonLogic } from './json-logic.ts';
import { toLogicRecord } from './json-logic-record.ts';

const catalog = catalogWith();

it.each<RootEntity>(['account', 'contact'])(
  'as JsonLogic a random %s rule holds the same records, as an implementation of others sees it',
  (entity) => {
    fc.assert(
      fc.property(
        arbitraryWorld,
        fc.array(arbitraryDefinition(entity, { withSegments: false }), { minLength: 10, maxLength: 10 }),
        (world, definitions) => {
          for (const definition of definitions) {
            const resolved = resolveInWorkspace(definition, { catalog });
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
