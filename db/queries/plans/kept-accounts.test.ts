import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, openStore } from '#db/client.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { type Change, write } from '#db/write.ts';
import { planAccounts } from './kept-accounts.ts';

const ctx = testContext();
const temp = useTempStore();
let reader: Connection;

beforeAll(() => {
  reader = openStore(temp.path, { readonly: true }).connection;
});
afterAll(() => reader.close());

const insert = "INSERT INTO accounts (created_at, updated_at, name, name_folded) VALUES (0, 0, 'A', 'A')";
const rename = "UPDATE terms SET label = label || '.'";

async function writeAnd(change: Change | null, sql: string): Promise<void> {
  await write(ctx, (tx) => {
    tx.connection.exec(sql);
    if (change) tx.changed(change);
  });
}

it('keeps what plans know of accounts while only plans and work on accounts change', async () => {
  await writeAnd({ entity: 'account', recordId: 1, op: 'create' }, insert);
  const first = planAccounts(reader);
  expect(first).toHaveLength(1);
  await writeAnd({ entity: 'plan', recordId: 1, op: 'update' }, rename);
  await writeAnd({ entity: 'activity', recordId: 1, op: 'create' }, rename);
  expect(planAccounts(reader)).toBe(first);
});

it('reads them again after a change of an account, of who holds it, or one that nobody wrote down', async () => {
  for (const entity of ['account', 'accountTier', 'tier', 'assignment', 'field', 'workspace']) {
    const before = planAccounts(reader);
    await writeAnd({ entity, recordId: null, op: 'bulk' }, insert);
    expect(planAccounts(reader).length, entity).toBe(before.length + 1);
  }
  const before = planAccounts(reader);
  await writeAnd(null, insert);
  expect(planAccounts(reader)).toHaveLength(before.length + 1);
});
