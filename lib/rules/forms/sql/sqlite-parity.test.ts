import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld, segmentIds } from '#lib/rules/testing/arbitrary-world.ts';
import { logicalSqlite } from '#lib/rules/testing/logical-sqlite.ts';
import { logicalTables } from '#lib/rules/testing/logical-tables.ts';
import { factsOfWorld } from '#lib/rules/testing/world.ts';
import { catalogWith, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { printSql } from './print-sql.ts';

const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 100);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_127);
const rulesPerWorld = 20;
const heading = { name: 'A name', sentence: 'A rule', timeZone: 'America/New_York' };

const anyAccountRule = arbitraryDefinition('account', { withSegments: false });
const published = fc
  .tuple(anyAccountRule, anyAccountRule)
  .map((definitions) =>
    Object.fromEntries(segmentIds.map((id, index) => [id, definitions[index] as SegmentDefinition])),
  );

it.each<RootEntity>(['account', 'contact'])(
  'SQL for SQLite, run on the logical schema, finds the records of a random %s rule',
  (entity) => {
    // eslint-disable-next-line no-console -- a run must be repeatable from its output
    console.info(`copied SQL, ${entity}: seed ${seed}, ${worlds} worlds × ${rulesPerWorld} rules`);
    const rules = fc.array(arbitraryDefinition(entity, { withSegments: true }), {
      minLength: rulesPerWorld,
      maxLength: rulesPerWorld,
    });
    fc.assert(
      fc.property(arbitraryWorld, published, rules, (world, segments, definitions) => {
        const catalog = catalogWith(segments);
        const database = logicalSqlite(logicalTables(world, catalog));
        const records = factsOfWorld(world, entity);
        for (const definition of definitions) {
          const resolved = resolveInWorkspace(definition, { catalog, published: segments });
          const isIn = toPredicate(resolved, catalog);
          const text = printSql(resolved, toRelational(resolved), { dialect: 'sqlite', catalog, heading });
          const found = database.prepare(text).pluck().all() as string[];
          const held = records.flatMap(({ id, facts }) => (isIn(facts) ? [toPublicId(entity, id)] : []));
          expect(found.sort(), text).toEqual(held.sort());
        }
        database.close();
      }),
      { seed, numRuns: worlds },
    );
  },
);
