import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#db/client.ts';
import { loadCore, type OtherReader } from '#db/index-loader/load-core.ts';
import { tablePlans } from '#db/index-loader/table-plan.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { storeRows } from '#db/testing/store-rows.ts';
import { useTempStore } from '#db/testing/temp-store.ts';
import type { Store } from '#lib/engine/store.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { now } from '#lib/rules/testing/workspace.ts';
import { type ColumnIndex, keepIndex } from './index-keeper.ts';
import { type Beside, standBeside } from './read-beside.ts';
import { snapshotTaker } from './snapshots.ts';

const seed = 20_261_127;
const held = useTempStore();
const open = () => openStore(held.path, { readonly: true }).connection;
const take = snapshotTaker(open, () => now);
const stopped: Beside[] = [];

/** The fullest of some worlds. */
function fullWorld() {
  const worlds = fc.sample(arbitraryWorld, { seed, numRuns: 40 });
  return worlds.reduce((fullest, world) => (world.rows.length > fullest.rows.length ? world : fullest));
}

beforeAll(() => {
  const { connection } = held.current;
  connection.pragma('foreign_keys = OFF');
  insertWorld(connection, fullWorld());
});
afterEach(() => {
  for (const { snapshot, stop } of stopped.splice(0)) {
    stop();
    snapshot.release();
  }
});

let lastName = 1_000_000;
const addTechnology = () =>
  held.current.connection.exec(`INSERT INTO technologies (account_id, name) VALUES (1, ${++lastName})`);

async function begin(taken = take): Promise<Beside> {
  const beside = await standBeside(taken, open, now, () => true);
  if (!beside) throw new Error('No second thread took part.');
  stopped.push(beside);
  return beside;
}

async function load({ snapshot }: Pick<Beside, 'snapshot'>, other: OtherReader | null): Promise<Store> {
  const { connection } = snapshot;
  const steps = loadCore(connection, tablePlans(loadCatalog(connection)), now, other);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value;
  }
}

function groups({ tables }: Store) {
  return Object.values(tables).map(({ postings }) => [...postings]);
}

describe('a second thread that reads columns', () => {
  it('reads what the first would have read', async () => {
    const beside = await begin();
    const read = await beside.other.tables;
    expect([...(read?.keys() ?? [])].sort()).toEqual([
      'activity',
      'contact',
      'opportunity',
      'signal',
      'technology',
    ]);
    const shared = await load(beside, beside.other);
    const alone = await load(beside, null);
    expect(shared.tables.contact).toBe(read?.get('contact'));
    expect(storeRows(shared)).toEqual(storeRows(alone));
    expect(groups(shared)).toEqual(groups(alone));
  });

  it('reads in the same state, though others write while both begin', async () => {
    let takes = 0;
    const beside = await begin(() => {
      takes += 1;
      if (takes < 3) addTechnology();
      return take();
    });
    expect(takes).toBe(3);
    addTechnology();
    const { used } = (await load(beside, null)).tables.technology;
    expect((await beside.other.tables)?.get('technology')?.used).toBe(used);
  });

  it('is done without where both never come to stand in the same state', async () => {
    const writing = () => {
      addTechnology();
      return take();
    };
    expect(await standBeside(writing, open, now, () => true)).toBeNull();
  });

  it('is done without when it ends before its time', async () => {
    const beside = await begin();
    const isClaimed = beside.other.claims.fill(1);
    beside.stop();
    const shared = await load(beside, { ...beside.other, claims: isClaimed });
    expect(storeRows(shared)).toEqual(storeRows(await load(beside, null)));
  });

  it('is done without when it cannot be started', async () => {
    const failed: unknown[] = [];
    const index = await new Promise<ColumnIndex>((onComplete) => {
      const pause = () => new Promise<void>((go) => setImmediate(go));
      const takeBeside = () => Promise.reject(new Error('No thread.'));
      const onFailed = (error: unknown) => failed.push(error);
      keepIndex({ take, takeBeside, clock: () => now, pause, sleep: pause, onComplete, onFailed }).reload(0);
    });
    expect(failed).toEqual([new Error('No thread.')]);
    expect(index.store.tables.technology.used).toBeGreaterThan(0);
    index.snapshot?.release();
  });
});
