import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributeBits } from '#lib/engine/attribute-bits.ts';
import { and, forEachBit } from '#lib/engine/bitset.ts';
import { accountRowsOf } from '#lib/engine/child-rows.ts';
import type { Store } from '#lib/engine/store.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { sqliteColumns } from '../field-columns.ts';
import { idsFromColumns, idsOneByOne, loadColumns } from '../testing/ask-columns.ts';
import { insertWorld } from '../testing/insert-world.ts';
import { arbitraryWrites, carryOut } from '../testing/random-writes.ts';
import { storeRows } from '../testing/store-rows.ts';
import { useTempStore } from '../testing/temp-store.ts';
import { patchRow } from './patch-store.ts';
import { tablePlans } from './table-plan.ts';

const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 60);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_122);
const store = useTempStore();

/** Ids of the live rows for each text of each column whose rows are grouped by code. */
function idsByCode(store: Store): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const table of Object.values(store.tables)) {
    for (const key of table.postings.keys()) {
      for (const folded of store.dictionaries.get(key)?.folded ?? []) {
        const ids: number[] = [];
        const bits = attributeBits(store, table, key, { test: 'oneOf', texts: [folded] }, now);
        if (bits) forEachBit(and(bits, table.live), (ordinal) => ids.push(table.ids[ordinal] ?? 0));
        if (ids.length > 0) found[`${key} ${folded}`] = ids;
      }
    }
  }
  return found;
}

it('columns patched write by write are those of a fresh load', () => {
  const rules = fc.array(
    fc.oneof(
      arbitraryDefinition('account', { withSegments: false }),
      arbitraryDefinition('contact', { withSegments: false }),
    ),
    { minLength: 8, maxLength: 8 },
  );
  const catalog = catalogWith();
  const columns = sqliteColumns(catalog);
  const plans = tablePlans(catalog);
  fc.assert(
    fc.property(arbitraryWorld, arbitraryWrites, rules, (world, sequence, definitions) => {
      const { connection } = store.current;
      connection.pragma('foreign_keys = OFF');
      connection.exec('BEGIN');
      try {
        insertWorld(connection, world);
        const patched = loadColumns(connection, catalog, now);
        for (const table of Object.values(patched.tables)) accountRowsOf(table);
        for (const one of sequence) {
          const written = carryOut(connection, one);
          const plan = plans.find(({ name }) => name === written?.entity);
          if (written && plan) expect(patchRow(connection, patched, plan, written.id)).toBe(true);
        }
        const fresh = loadColumns(connection, catalog, now);
        expect(storeRows(patched)).toEqual(storeRows(fresh));
        expect(idsByCode(patched)).toEqual(idsByCode(fresh));
        for (const definition of definitions) {
          const entity: RootEntity = definition.entity;
          const resolved = resolveInWorkspace(definition, { catalog });
          const form = toRelational(resolved);
          const { sql, params } = printIds(form, entity, { columns, moment: resolved });
          const stored = connection
            .prepare(`${sql} ORDER BY r.id`)
            .pluck()
            .all(...params);
          expect(idsFromColumns(connection, patched, catalog, form, entity, resolved).ids).toEqual(stored);
          const single = idsOneByOne(patched, form, entity, resolved);
          if (single) expect(single).toEqual(stored);
        }
      } finally {
        connection.exec('ROLLBACK');
      }
    }),
    { seed, numRuns: worlds },
  );
});
