import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, openStore } from '#db/client.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { type Change, write } from '#db/write.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { all, definition, has, is, where } from '#lib/rules/testing/rule-makers.ts';
import { answeringFromColumns, type ColumnAnswering } from '../sqlite/answering.ts';
import { previewQuestion } from '../testing/preview-question.ts';
import { type IndexKeeper, keepIndex } from './index-keeper.ts';
import { type Snapshot, snapshotTaker } from './snapshots.ts';

const ctx = testContext();
const temp = useTempStore();
const open = () => openStore(temp.path, { readonly: true }).connection;
let reader: Connection;
let answered: ColumnAnswering;
let keeper: IndexKeeper;
let take: () => Snapshot;
/** Ends each pause of the loading, so that a test decides when it goes on. */
let goOn: () => void = () => {};
let clock = ctx.now;

beforeAll(() => {
  insertWorld(temp.current.connection, {
    accounts: [
      { id: 1, values: { name: 'Acme', employees: 400, revenue: 1 } },
      { id: 2, values: { name: 'Bolt', employees: 700, revenue: 2 } },
      { id: 3, values: { name: 'Crest', employees: 900, revenue: 3 } },
    ],
    contacts: [],
    rows: [{ entity: 'technology', account: 2, values: { name: 'SAP' } }],
  });
});
beforeEach(async () => {
  clock += 60_000;
  reader = open();
  let waiting: (() => void)[] = [];
  const pause = () => new Promise<void>((resolve) => waiting.push(resolve));
  goOn = () => {
    const going = waiting;
    waiting = [];
    for (const go of going) go();
  };
  take = snapshotTaker(open, () => clock);
  keeper = keepIndex({ take, clock: () => clock, pause, sleep: pause });
  answered = answeringFromColumns({ index: keeper, take, watcher: reader, clock: () => clock });
});
afterAll(() => reader.close());

async function finishLoad(): Promise<void> {
  const { next } = keeper;
  for (let turn = 0; turn < 1_000 && keeper.next === next; turn++) {
    goOn();
    await new Promise(setImmediate);
  }
  expect(keeper.next).not.toBe(next);
}

async function finishMore(): Promise<void> {
  for (let turn = 0; turn < 1_000 && !keeper.more; turn++) {
    goOn();
    await new Promise(setImmediate);
  }
  expect(keeper.more).toBeTruthy();
}

async function ask(rule = definition(all(is('employees', 'gte', 500)))): Promise<number[]> {
  return (await preview(rule)).page.ids;
}

function preview(rule: SegmentDefinition) {
  return answered.answer('preview', questionOf(rule), async () => {});
}

const questionOf = (rule: SegmentDefinition) => ({ ...previewQuestion(rule, clock), mayLag: true });

const columnsNow = () => keeper.current?.store ?? null;

async function change(statement: string, changed: Change): Promise<void> {
  await write(ctx, (tx) => {
    tx.connection.exec(statement);
    tx.changed(changed);
  });
}

const account = (recordId: number | null, op: Change['op'] = 'update'): Change => ({
  entity: 'account',
  recordId,
  op,
});

async function startIndexed(): Promise<void> {
  keeper.reload(0);
  await finishLoad();
  await ask();
  expect(columnsNow()).not.toBeNull();
}

it('answers from SQLite until the columns are read, and notices what was written meanwhile', async () => {
  keeper.reload(0);
  expect(await ask()).toEqual([3, 2]);
  expect(columnsNow()).toBeNull();
  await change('UPDATE accounts SET employees = 501 WHERE id = 1', account(1));
  await finishLoad();
  expect(await ask()).toEqual([3, 2, 1]);
  expect(columnsNow()).not.toBeNull();
});

it('answers from the first columns before the others are read, and takes into those what was written meanwhile', async () => {
  await startIndexed();
  const columns = columnsNow();
  expect(columns?.tables.account.columns.has('account.name')).toBe(false);
  const named = definition(all(is('name', 'eq', 'Bolt Works')));
  expect(await ask(named)).toEqual([]);
  await change("UPDATE accounts SET name = 'B', name_folded = 'BOLT WORKS' WHERE id = 2", account(2));
  expect(await ask(named)).toEqual([2]);
  await finishMore();
  expect(await ask(named)).toEqual([2]);
  expect(columns?.tables.account.columns.has('account.name')).toBe(true);
  await change("UPDATE accounts SET name_folded = 'BOLT' WHERE id = 2", account(2));
  expect(await ask(named)).toEqual([]);
  expect(columnsNow()).toBe(columns);
});

it('takes single changes into the same columns, the order included', async () => {
  await startIndexed();
  const columns = columnsNow();
  await change('UPDATE accounts SET revenue = 9 WHERE id = 1', account(1));
  expect(await ask()).toEqual([1, 3, 2]);
  const stamps = "0, 0, 'Dune', 'DUNE'";
  await change(
    `INSERT INTO accounts (id, created_at, updated_at, name, name_folded, employees, revenue) VALUES (4, ${stamps}, 800, 5)`,
    account(4, 'create'),
  );
  expect(await ask()).toEqual([1, 4, 3, 2]);
  await change('UPDATE accounts SET archived_at = 1 WHERE id = 3', account(3));
  expect(await ask()).toEqual([1, 4, 2]);
  const sap = definition(all(has('technology', { where: where('all', is('name', 'eq', 'SAP')) })));
  expect(await ask(sap)).toEqual([2]);
  await change('UPDATE technologies SET account_id = 4 WHERE account_id = 2', {
    entity: 'technology',
    recordId: 1,
    op: 'update',
  });
  expect(await ask(sap)).toEqual([4]);
  expect(columnsNow()).toBe(columns);
});

it('takes a person written down before their account, after many changes that no rule reads', async () => {
  await startIndexed();
  const columns = columnsNow();
  await write(ctx, (tx) => {
    for (let row = 0; row < 600; row++) tx.changed({ entity: 'view', recordId: row, op: 'update' });
    tx.connection.exec(
      "INSERT INTO accounts (id, created_at, updated_at, name, name_folded, employees) VALUES (5, 0, 0, 'F', 'F', 10)",
    );
    tx.connection.exec(
      'INSERT INTO contacts (id, account_id, created_at, updated_at, reachable) VALUES (1, 5, 0, 0, 1)',
    );
    tx.changed({ entity: 'contact', recordId: 1, op: 'create' });
    tx.changed(account(5, 'create'));
  });
  expect(await ask(definition(all(has('contact'))))).toEqual([5]);
  expect(columnsNow()).toBe(columns);
});

it('puts the columns away for a bulk change and takes new ones when they are read', async () => {
  await startIndexed();
  const columns = columnsNow();
  await change('UPDATE accounts SET employees = 10 WHERE id = 2', account(null, 'bulk'));
  expect(await ask()).toEqual([1, 4]);
  expect(columnsNow()).toBeNull();
  await finishLoad();
  expect(await ask()).toEqual([1, 4]);
  expect(columnsNow()).not.toBeNull();
  expect(columnsNow()).not.toBe(columns);
});

it('reads anew after a deletion, which takes other rows with it', async () => {
  await startIndexed();
  await change('DELETE FROM accounts WHERE id = 4', account(4, 'delete'));
  expect(await ask()).toEqual([1]);
  expect(columnsNow()).toBeNull();
});

it('keeps the columns through changes that no rule reads', async () => {
  await startIndexed();
  const columns = columnsNow();
  await change('UPDATE workspace SET updated_at = 1', { entity: 'workspace', recordId: 1, op: 'update' });
  expect(await ask()).toEqual([1]);
  expect(columnsNow()).toBe(columns);
});

it('finds rows that were written past the change log within 20 seconds of asking', async () => {
  await startIndexed();
  temp.current.connection.exec(
    "INSERT INTO accounts (id, created_at, updated_at, name, name_folded, employees) VALUES (9, 0, 0, 'E', 'E', 999)",
  );
  clock += 1_000;
  await ask();
  clock += 30_000;
  expect(await ask()).toEqual([1, 9]);
  expect(columnsNow()).toBeNull();
});

describe('many records that change at once', () => {
  const big = definition(all(is('employees', 'gte', 500)));
  const nothing = async () => {};
  const present = { ...questionOf(big), mayLag: false };

  it('leave answers as they were, marked with their time, until newer columns are read', async () => {
    keeper.manyRows = 0;
    await startIndexed();
    await finishMore();
    const before = await preview(big);
    expect(before).toMatchObject({ count: 2, dataAt: null });
    const { current } = keeper;
    const readAt = current?.snapshot?.takenAt;
    clock += 5;
    await change(
      "UPDATE accounts SET employees = 10, description_folded = 'TINY' WHERE id = 9",
      account(null, 'bulk'),
    );
    await change('UPDATE accounts SET employees = 600 WHERE id = 2', account(2));
    expect(await preview(big)).toMatchObject({ count: 2, page: before.page, dataAt: readAt });
    // What only statements know is of the same state.
    const described = definition(all(is('description', 'contains', 'tiny')));
    expect((await preview(described)).count).toBe(0);
    expect(keeper.current).toBe(current);

    expect(await answered.answer('count', present, nothing)).toBe(2);
    expect([...(await answered.answer('members', present, nothing))]).toEqual([1, 2]);
    expect(await answered.answer('presentPreview', present, nothing)).toBeNull();
    expect(await answered.answer('membersInColumns', present, nothing)).toBeNull();

    clock += 60_000;
    await finishLoad();
    expect(await preview(big)).toMatchObject({ count: 2, page: { ids: [1, 2] }, dataAt: null });
    expect((await preview(described)).count).toBe(1);
    expect(await answered.answer('membersInColumns', present, nothing)).toEqual(Int32Array.of(1, 2));
  });

  it('are read again once they have settled, or after 30 seconds at the latest', async () => {
    keeper.manyRows = 0;
    await startIndexed();
    await finishMore();
    clock += 120_000;
    const first = keeper.current;
    const writeAndWait = async (ms: number) => {
      await change('UPDATE accounts SET employees = employees + 1', account(null, 'bulk'));
      await ask();
      for (let turn = 0; turn < 20; turn++) {
        goOn();
        await new Promise(setImmediate);
      }
      clock += ms;
    };
    for (let round = 0; round < 33; round++) await writeAndWait(900);
    expect(keeper.next).toBeNull();
    expect(keeper.current).toBe(first);
    await writeAndWait(900);
    await finishLoad();
    await finishMore();
    clock += 120_000;
    await writeAndWait(1_100);
    await finishLoad();
  });

  it('are answered from statements where there are few', async () => {
    await startIndexed();
    await change('UPDATE accounts SET employees = 1 WHERE id = 2', account(null, 'bulk'));
    expect(await preview(big)).toMatchObject({ page: { ids: [1] }, dataAt: null });
    expect(keeper.current).toBeNull();
  });
});

it('answers from SQLite after a reading that failed, and reads again half a minute later', async () => {
  let tries = 0;
  const failing = keepIndex({
    take: () => {
      tries += 1;
      throw new Error('The disk is gone.');
    },
    clock: () => clock,
    pause: async () => {},
    sleep: async () => {},
  });
  failing.reload(0);
  await new Promise(setImmediate);
  const { answer } = answeringFromColumns({ index: failing, take, watcher: reader, clock: () => clock });
  const count = () => answer('count', questionOf(definition(all())), async () => {});
  expect(await count()).toBeGreaterThan(0);
  expect(tries).toBe(1);
  clock += 31_000;
  expect(await count()).toBeGreaterThan(0);
  expect(tries).toBe(2);
});
