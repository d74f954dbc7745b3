import fc from 'fast-check';
import { expect, it } from 'vitest';
import { and, emptyBits, ordinalsOf, setBit } from '#lib/engine/bitset.ts';
import { ordinalOf } from '#lib/engine/store.ts';
import { weightedAtLeast, weightedSums } from '#lib/engine/weighted-sum.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { factsOfWorld } from '#lib/rules/testing/world.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { idsFromColumns, loadColumns } from './testing/ask-columns.ts';
import { insertWorld } from './testing/insert-world.ts';
import { useTempStore } from './testing/temp-store.ts';

const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 40);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_127);
const store = useTempStore();

const weight = fc.oneof(fc.integer({ min: -40, max: 60 }), fc.constantFrom(0, 1, 2.5, -0.25, 1e9));
const terms = fc.array(fc.tuple(arbitraryDefinition('account', { withSegments: false }), weight), {
  maxLength: 10,
});

it('a score reaches its threshold for the records of which the predicates say so', () => {
  const catalog = catalogWith();
  fc.assert(
    fc.property(arbitraryWorld, terms, fc.integer({ min: -60, max: 120 }), (world, drawn, threshold) => {
      const { connection } = store.current;
      connection.pragma('foreign_keys = OFF');
      connection.exec('BEGIN');
      try {
        insertWorld(connection, world);
        const columns = loadColumns(connection, catalog, now);
        const { account } = columns.tables;
        const setOf = (ids: number[]) => {
          const bits = emptyBits(account.capacity);
          for (const id of ids) setBit(bits, ordinalOf(account, id));
          return bits;
        };
        const resolved = drawn.map(([definition]) => resolveInWorkspace(definition, { catalog }));
        const parts = resolved.map((one, index) => ({
          weight: drawn[index]?.[1] ?? 0,
          bits: setOf(idsFromColumns(connection, columns, catalog, toRelational(one), 'account', one).ids),
        }));
        const tests = resolved.map((one) => toPredicate(one, catalog));
        const expected = factsOfWorld(world, 'account').flatMap(({ id, facts }) => {
          const score = tests.reduce(
            (sum, test, index) => sum + (test(facts) ? (drawn[index]?.[1] ?? 0) : 0),
            0,
          );
          return score >= threshold ? [id] : [];
        });
        const found = and(weightedAtLeast(parts, threshold, account.capacity), account.live);
        expect([...ordinalsOf(found)].map((ordinal) => account.ids[ordinal])).toEqual(expected);
        const sums = weightedSums(parts, account.capacity);
        expect([...ordinalsOf(account.live)].filter((ordinal) => (sums[ordinal] ?? 0) >= threshold)).toEqual([
          ...ordinalsOf(found),
        ]);
      } finally {
        connection.exec('ROLLBACK');
      }
    }),
    { seed, numRuns: worlds },
  );
});
