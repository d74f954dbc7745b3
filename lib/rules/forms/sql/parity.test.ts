import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { PinSides } from '#lib/rules/pins.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryPins, ownSegmentId, pinnedWorld } from '#lib/rules/testing/arbitrary-pins.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { logicalPostgresql } from '#lib/rules/testing/logical-postgresql.ts';
import { logicalSqlite } from '#lib/rules/testing/logical-sqlite.ts';
import { type LogicalTable, logicalTables } from '#lib/rules/testing/logical-tables.ts';
import { arbitraryPublished } from '#lib/rules/testing/published-rules.ts';
import { hasPostgresql, startPostgresql } from '#lib/rules/testing/temp-postgresql.ts';
import { factsOfWorld } from '#lib/rules/testing/world.ts';
import { catalogWith, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { printSql, type SqlDialectName } from './print-sql.ts';

const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 100);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_127);
const rulesPerWorld = 20;
const heading = { name: 'A name', sentence: 'A rule', timeZone: 'America/New_York' };
const entities: RootEntity[] = ['account', 'contact'];

/** Ids that each statement finds in the tables, in the statements' order. */
type Ask = (tables: LogicalTable[], statements: string[]) => string[][];

function sidesOf(pins: { side: 'in' | 'out' }[]): PinSides | null {
  const has = (side: 'in' | 'out') => pins.some((pin) => pin.side === side);
  return pins.length > 0 ? { in: has('in'), out: has('out') } : null;
}

/** Random rules, pins among them, over random records: what the printed text finds is what the predicate lets in. */
function expectSameIds(dialect: SqlDialectName, entity: RootEntity, numRuns: number, ask: Ask): void {
  // eslint-disable-next-line no-console -- a run must be repeatable from its output
  console.info(`${dialect}, ${entity}: seed ${seed}, ${numRuns} worlds × ${rulesPerWorld} rules`);
  const rules = fc.array(arbitraryDefinition(entity, { withSegments: true }), {
    minLength: rulesPerWorld,
    maxLength: rulesPerWorld,
  });
  fc.assert(
    fc.property(
      arbitraryWorld,
      arbitraryPins,
      arbitraryPublished,
      rules,
      (unpinned, pins, published, definitions) => {
        const world = pinnedWorld(unpinned, pins);
        const catalog = catalogWith(published);
        const pinSides = (id: string) => sidesOf(pins.filter(({ segmentId }) => segmentId === id));
        const records = factsOfWorld(world, entity);
        const asked = definitions.map((definition) => {
          const resolved = resolveInWorkspace(definition, {
            ...{ catalog, published, pinSides, segmentId: ownSegmentId },
          });
          const isIn = toPredicate(resolved, catalog);
          return {
            text: printSql(resolved, toRelational(resolved), { dialect, catalog, heading }),
            held: records.flatMap(({ id, facts }) => (isIn(facts) ? [toPublicId(entity, id)] : [])),
          };
        });
        const found = ask(
          logicalTables(world, catalog),
          asked.map(({ text }) => text),
        );
        for (const [index, { text, held }] of asked.entries()) {
          expect(found[index]?.sort(), text).toEqual(held.sort());
        }
      },
    ),
    { seed, numRuns },
  );
}

it.each(entities)('copied for SQLite, a random %s rule finds the same records there', (entity) => {
  expectSameIds('sqlite', entity, worlds, (tables, statements) => {
    const database = logicalSqlite(tables);
    const found = statements.map((text) => database.prepare(text).pluck().all() as string[]);
    database.close();
    return found;
  });
});

const postgresql = hasPostgresql();

describe.skipIf(!postgresql)(
  `copied for PostgreSQL${postgresql ? '' : ' (skipped: no PostgreSQL can be started here)'}`,
  () => {
    it.each(entities)(
      'a random %s rule finds the same records there',
      (entity) => {
        const server = startPostgresql();
        try {
          expectSameIds('postgresql', entity, Math.ceil(worlds / 4), (tables, statements) => {
            const script = [
              logicalPostgresql(tables),
              ...statements.flatMap((text, index) => [`\\echo #${index}`, text]),
            ].join('\n');
            const found: string[][] = statements.map(() => []);
            let at: string[] | undefined;
            for (const line of server.run(script).split('\n')) {
              if (line.startsWith('#')) at = found[Number(line.slice(1))];
              else if (/^(acc|con)_\d+\|/.test(line)) at?.push(line.slice(0, line.indexOf('|')));
            }
            return found;
          });
        } finally {
          server.stop();
        }
      },
      300_000,
    );
  },
);
