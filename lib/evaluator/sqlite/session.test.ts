import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, openStore } from '#db/client.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { openSession, recordsIn, refreshSession, type Session } from './session.ts';

const ctx = testContext();
const temp = useTempStore();
let reader: Connection;
let session: Session;

beforeAll(() => {
  reader = openStore(temp.path, { readonly: true }).connection;
  session = openSession(reader);
});
afterAll(() => reader.close());

function insert(table: 'accounts' | 'contacts', connection: Connection): void {
  const own =
    table === 'accounts' ? "name, name_folded) VALUES (0, 0, 'A', 'A')" : 'reachable) VALUES (0, 0, 1)';
  connection.exec(`INSERT INTO ${table} (created_at, updated_at, ${own}`);
}

function countAt(entity: 'account' | 'contact', now: number): number {
  refreshSession(session, now);
  return recordsIn(session, entity).size;
}

it('forgets what was made from a changed kind of record, and keeps the rest', async () => {
  expect([countAt('account', 0), countAt('contact', 0)]).toEqual([0, 0]);
  const before = recordsIn(session, 'account');
  await write(ctx, (tx) => {
    insert('contacts', tx.connection);
    tx.changed({ entity: 'contact', recordId: 1, op: 'create' });
  });
  expect(countAt('contact', 1)).toBe(1);
  expect(recordsIn(session, 'account')).toBe(before);
});

it('forgets everything for a change that may touch anything', async () => {
  await write(ctx, (tx) => {
    insert('accounts', tx.connection);
    tx.changed({ entity: 'account', recordId: 1, op: 'create' });
  });
  expect(countAt('account', 2)).toBe(1);
});

it('notices a write that nobody wrote down within 20 seconds of asking', () => {
  insert('accounts', temp.current.connection);
  expect(countAt('account', 10_000)).toBe(1);
  expect(countAt('account', 15_000)).toBe(1);
  expect(countAt('account', 30_000)).toBe(2);
});
