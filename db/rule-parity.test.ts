import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld, oddInstants, segmentIds } from '#lib/rules/testing/arbitrary-world.ts';
import { factsOfWorld, type World } from '#lib/rules/testing/world.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import type { Connection } from './client.ts';
import { sqliteColumns } from './field-columns.ts';
import { idsFromColumns, idsOneByOne, loadColumns } from './testing/ask-columns.ts';
import { insertWorld } from './testing/insert-world.ts';
import { useTempStore } from './testing/temp-store.ts';

/** How many worlds; each is asked twenty rules. `TESSERA_PARITY_WORLDS` for a longer run, the seed is printed. */
const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 100);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_122);
const rulesPerWorld = 20;

const store = useTempStore();

/** Runs `check` on a store that holds just this world, and leaves the store as it was. */
function inWorld(connection: Connection, world: World, check: () => void): void {
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  try {
    insertWorld(connection, world);
    check();
  } finally {
    connection.exec('ROLLBACK');
  }
}

const published = fc
  .tuple(
    arbitraryDefinition('account', { withSegments: false }),
    arbitraryDefinition('account', { withSegments: false }),
  )
  .map(
    (definitions): Record<string, SegmentDefinition> =>
      Object.fromEntries(segmentIds.map((id, index) => [id, definitions[index] as SegmentDefinition])),
  );

it.each<RootEntity>(['account', 'contact'])(
  'predicate, SQLite and columns agree on random %s rules',
  (entity) => {
    // eslint-disable-next-line no-console -- a run must be repeatable from its output
    console.info(`rule parity, ${entity}: seed ${seed}, ${worlds} worlds × ${rulesPerWorld} rules`);
    const rules = fc.array(
      fc.tuple(
        arbitraryDefinition(entity, { withSegments: true }),
        fc.constantFrom(now, now, ...oddInstants.filter((at) => at <= now)),
      ),
      { minLength: rulesPerWorld, maxLength: rulesPerWorld },
    );
    fc.assert(
      fc.property(arbitraryWorld, published, rules, (world, segments, asked) => {
        const catalog = catalogWith(segments);
        const columns = sqliteColumns(catalog);
        inWorld(store.current.connection, world, () => {
          const records = factsOfWorld(world, entity);
          const loaded = loadColumns(store.current.connection, catalog, now);
          for (const [definition, asOf] of asked) {
            const resolved = resolveInWorkspace(definition, { asOf, published: segments, catalog });
            const isIn = toPredicate(resolved, catalog);
            const form = toRelational(resolved);
            const { sql, params } = printIds(form, entity, { columns, moment: resolved });
            const stored = store.current.connection
              .prepare(`${sql} ORDER BY r.id`)
              .pluck()
              .all(...params);
            const held = records.flatMap(({ id, facts }) => (isIn(facts) ? [id] : []));
            expect(stored, sql).toEqual(held);
            const { ids } = idsFromColumns(store.current.connection, loaded, catalog, form, entity, resolved);
            expect(ids, `columns: ${sql}`).toEqual(held);
            const single = idsOneByOne(loaded, form, entity, resolved);
            if (single) expect(single, `one by one: ${sql}`).toEqual(held);
          }
        });
      }),
      { seed, numRuns: worlds },
    );
  },
);
