import { afterAll, describe, expect, it } from 'vitest';
import { semanticCases } from '#lib/rules/cases.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import { definition } from '#lib/rules/testing/rule-makers.ts';
import type { World } from '#lib/rules/testing/world.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import type { Store } from './client.ts';
import { sqliteColumns } from './field-columns.ts';
import { idsFromColumns, loadColumns } from './testing/ask-columns.ts';
import { insertWorld } from './testing/insert-world.ts';
import { openTempStore } from './testing/temp-store.ts';

const stores = new Map<World, { store: Store; drop: () => void }>();

async function storeOf(world: World): Promise<Store> {
  const known = stores.get(world);
  if (known) return known.store;
  const opened = await openTempStore();
  insertWorld(opened.store.connection, world);
  stores.set(world, opened);
  return opened.store;
}

afterAll(() => {
  for (const { drop } of stores.values()) drop();
});

describe('the rule printed for SQLite', () => {
  it.each(semanticCases.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { entity = 'account', world, root, asOf, published = {}, expected } = row;
    const { connection } = await storeOf(world);
    const resolved = resolveInWorkspace(definition(root, entity), {
      published,
      ...(asOf === undefined ? {} : { asOf }),
    });
    const columns = sqliteColumns(catalogWith(published));
    const { sql, params } = printIds(toRelational(resolved), entity, { columns, moment: resolved });
    expect(
      connection
        .prepare(`${sql} ORDER BY r.id`)
        .pluck()
        .all(...params),
    ).toEqual(expected);
  });
});

describe('the rule asked of columns', () => {
  it.each(semanticCases.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { entity = 'account', world, root, asOf, published = {}, expected } = row;
    const { connection } = await storeOf(world);
    const resolved = resolveInWorkspace(definition(root, entity), {
      published,
      ...(asOf === undefined ? {} : { asOf }),
    });
    const catalog = catalogWith(published);
    const columns = loadColumns(connection, catalog, now);
    const form = toRelational(resolved);
    const { ids, left } = idsFromColumns(connection, columns, catalog, form, entity, resolved);
    expect(ids).toEqual(expected);
    if (!resolved.isPast && !JSON.stringify(form).includes('"change"')) expect(left).toBe(0);
  });
});
