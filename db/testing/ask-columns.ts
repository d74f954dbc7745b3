import { atomBits } from '#lib/engine/atom-bits.ts';
import { atomTest, formRecordTest } from '#lib/engine/atom-test.ts';
import { and, type Bits, emptyBits, forEachBit, setBit } from '#lib/engine/bitset.ts';
import { formBits } from '#lib/engine/form-bits.ts';
import type { Store } from '#lib/engine/store.ts';
import { ordinalOf } from '#lib/engine/store.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import type { Relational } from '#lib/rules/relational.ts';
import type { Connection } from '../client.ts';
import { sqliteColumns } from '../field-columns.ts';
import { loadStore } from '../index-loader/load-core.ts';
import { tablePlans } from '../index-loader/table-plan.ts';

/** Reads a database into columns in one go. */
export function loadColumns(connection: Connection, catalog: Catalog, now: number): Store {
  const steps = loadStore(connection, tablePlans(catalog), now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The ids that a form selects, each atom asked of the columns, and of SQLite where they leave it: as the product does.
 * `left` counts the atoms left to SQLite.
 */
export function idsFromColumns(
  connection: Connection,
  store: Store,
  catalog: Catalog,
  form: Relational,
  entity: RootEntity,
  moment: Moment,
): { ids: number[]; left: number } {
  const table = store.tables[entity];
  const columns = sqliteColumns(catalog);
  let left = 0;
  const bits = formBits(form, table.capacity, (atom): Bits => {
    const found = atomBits({ store, entity, moment, memo: (_, make) => make() }, atom);
    if (found) return found;
    left += 1;
    const { sql, params } = printIds(atom, entity, { columns, moment });
    const set = emptyBits(table.capacity);
    for (const id of connection
      .prepare(sql)
      .pluck()
      .all(...params))
      setBit(set, ordinalOf(table, Number(id)));
    return set;
  });
  const ids: number[] = [];
  forEachBit(and(bits, table.live), (ordinal) => ids.push(table.ids[ordinal] ?? 0));
  return { ids, left };
}

/** The ids that a form selects, each live record asked by itself; null when the columns answer only whole sets. */
export function idsOneByOne(
  store: Store,
  form: Relational,
  entity: RootEntity,
  moment: Moment,
): number[] | null {
  const table = store.tables[entity];
  const test = formRecordTest(form, (atom) => atomTest(store, entity, moment, atom));
  if (!test) return null;
  const ids: number[] = [];
  forEachBit(table.live, (ordinal) => {
    if (test(ordinal)) ids.push(table.ids[ordinal] ?? 0);
  });
  return ids;
}
