import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Connection } from '#db/client.ts';
import { idsFromColumns, idsOneByOne } from '#db/testing/ask-columns.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { arbitraryWrites, carryOut, type Write } from '#db/testing/random-writes.ts';
import { storeRows } from '#db/testing/store-rows.ts';
import { useTempStore } from '#db/testing/temp-store.ts';
import { lastChange } from '#db/queries/preview/data-version.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { type ColumnIndex, loadIndex } from './index-keeper.ts';
import { bringTo } from './keep-in-step.ts';
import { openSavedIndex, saveIndex } from './saved-index.ts';
import type { Snapshot } from './snapshots.ts';

const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 25);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_127);
const held = useTempStore();
const folder = mkdtempSync(join(tmpdir(), 'tessera-columns-'));
const path = join(folder, 'tessera.db.columns');
afterAll(() => rmSync(folder, { recursive: true }));

async function ended<T>(steps: Generator<void | Promise<void>, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value;
  }
}

/** The present of a connection that stands in a transaction of the test. */
function stateOf(connection: Connection): Snapshot {
  const state: Snapshot = {
    connection,
    takenAt: now,
    change: lastChange(connection),
    hold: () => state,
    release: () => {},
  };
  return state;
}

function carryOutAll(connection: Connection, writes: readonly Write[]): void {
  const note = connection.prepare(
    "INSERT INTO change_log (entity, record_id, op, at) VALUES (?, ?, 'update', ?)",
  );
  for (const one of writes) {
    const written = carryOut(connection, one);
    if (written) note.run(written.entity, written.id, one.value);
  }
}

async function inStep(connection: Connection): Promise<ColumnIndex> {
  const index = await ended(loadIndex(connection, now));
  index.snapshot = stateOf(connection);
  return index;
}

async function inWorld(test: (connection: Connection) => Promise<void>): Promise<void> {
  const { connection } = held.current;
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  try {
    connection.exec("INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', NULL, 'bulk', 1)");
    await test(connection);
  } finally {
    connection.exec('ROLLBACK');
    rmSync(path, { force: true });
  }
}

it('columns written to a file while rows change, read after more has changed, are those of a fresh load', async () => {
  const definitions = fc.array(arbitraryDefinition('account', { withSegments: false }), {
    minLength: 4,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      arbitraryWorld,
      arbitraryWrites,
      arbitraryWrites,
      definitions,
      (world, during, after, asked) =>
        inWorld(async (connection) => {
          insertWorld(connection, world);
          const index = await inStep(connection);
          const writing = saveIndex(path, index);
          if (!writing) throw new Error('Nothing says which state this is.');
          for (let turn = 0; ; turn++) {
            const step = writing.next();
            if (step.done) break;
            await step.value;
            const [one] = during.slice(turn, turn + 1);
            if (!one) continue;
            carryOutAll(connection, [one]);
            if (!bringTo(connection, index, lastChange(connection), 100)) return;
          }
          carryOutAll(connection, after);
          const opened = await ended(openSavedIndex(path, stateOf(connection)));
          if (!opened) throw new Error('The file was not taken.');
          const fresh = await ended(loadIndex(connection, now));
          expect(storeRows(opened.store)).toEqual(storeRows(fresh.store));
          const catalog = loadCatalog(connection);
          for (const definition of asked) {
            const resolved = resolveInWorkspace(definition, { catalog });
            const form = toRelational(resolved);
            const ids = (of: ColumnIndex) =>
              idsFromColumns(connection, of.store, catalog, form, 'account', resolved).ids;
            expect(ids(opened)).toEqual(ids(fresh));
            expect(idsOneByOne(opened.store, form, 'account', resolved)).toEqual(
              idsOneByOne(fresh.store, form, 'account', resolved),
            );
          }
        }),
    ),
    { seed, numRuns: worlds },
  );
});

it('is not taken after a bulk change, of another history, with other tables, with rows that no change names, or cut off', () =>
  inWorld(async (connection) => {
    const stamps = "0, 0, 'A', 'A'";
    const insert = (id: number) =>
      connection.exec(
        `INSERT INTO accounts (id, created_at, updated_at, name, name_folded) VALUES (${id}, ${stamps})`,
      );
    insert(1);
    const save = async () => ended(saveIndex(path, await inStep(connection)) ?? expect.fail('no mark'));
    const open = () => ended(openSavedIndex(path, stateOf(connection)));
    await save();
    expect(existsSync(path)).toBe(true);
    expect(await open()).not.toBeNull();

    insert(2);
    expect(await open()).toBeNull();
    connection.exec("INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', 2, 'create', 2)");
    expect((await open())?.store.tables.account.used).toBe(2);

    connection.exec("INSERT INTO change_log (entity, op, at) VALUES ('account', 'bulk', 3)");
    expect(await open()).toBeNull();
    await save();
    expect(await open()).not.toBeNull();
    connection.exec('UPDATE change_log SET at = 4 WHERE seq = (SELECT max(seq) FROM change_log)');
    expect(await open()).toBeNull();

    await save();
    connection.exec('CREATE TABLE later (id INTEGER PRIMARY KEY)');
    expect(await open()).toBeNull();

    writeFileSync(path, Buffer.alloc(20));
    await expect(open()).rejects.toThrow();
  }));

it('leaves the file as it was, and nothing else, when the process ends while a new one is written', () =>
  inWorld(async (connection) => {
    const open = () => ended(openSavedIndex(path, stateOf(connection)));
    const write = async () => saveIndex(path, await inStep(connection)) ?? expect.fail('no mark');
    const isThere = () => [existsSync(path), existsSync(`${path}.new`)];

    (await write()).next();
    expect(isThere()).toEqual([false, true]);
    expect(await open()).toBeNull();
    expect(isThere()).toEqual([false, false]);

    await ended(await write());
    const whole = readFileSync(path);
    const unfinished = await write();
    for (let turn = 0; turn < 20; turn++) unfinished.next();
    expect(isThere()).toEqual([true, true]);
    expect(await open()).not.toBeNull();
    expect(isThere()).toEqual([true, false]);
    expect(readFileSync(path).equals(whole)).toBe(true);
  }));
