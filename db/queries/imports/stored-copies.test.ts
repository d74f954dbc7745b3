import { beforeEach, expect, test } from 'vitest';
import { openTempStore } from '#db/testing/temp-store.ts';
import type { Connection } from '#db/client.ts';
import { createStoredCopies } from './stored-copies.ts';

let connection: Connection;
beforeEach(async () => {
  const { store, drop } = await openTempStore();
  ({ connection } = store);
  connection.exec(`
    INSERT INTO imports (id, file_name, file_bytes, status, created_at) VALUES (1, 'a', 1, 'applying', 1), (2, 'b', 1, 'completed', 1);
    INSERT INTO accounts (id, name, name_folded, created_at, updated_at) VALUES (7, 'Acme', 'ACME', 1, 1), (8, 'Bolt', 'BOLT', 1, 1);
  `);
  return drop;
});

const columns = ['account_id', 'account_text', 'type'];
const store = (id: number, accountId: number, importId: number | null) =>
  connection
    .prepare('INSERT INTO signals (id, account_id, type, import_id) VALUES (?, ?, 1, ?)')
    .run(id, accountId, importId);
const idOf = (row: unknown[] | undefined) => row?.[0];

test('copies of others are taken once each, oldest first; rows of the same import are none', () => {
  store(1, 7, 2);
  store(2, 7, null);
  store(3, 7, 1);
  const copies = createStoredCopies({ connection, importId: 1 }, 'signals', columns, ['account_id', 'type']);
  copies.startBatch();
  expect([1, 2, 3].map(() => idOf(copies.take([7, null, 1])))).toEqual([1, 2, undefined]);
  expect(copies.take([8, null, 1])).toBeUndefined();
});

test('a row that somebody stores between two batches is found in the second', () => {
  const copies = createStoredCopies({ connection, importId: 1 }, 'signals', columns, ['account_id', 'type']);
  copies.startBatch();
  expect(copies.take([7, null, 1])).toBeUndefined();
  store(1, 7, 1);
  copies.added(1);
  store(2, 7, null);
  copies.startBatch();
  expect(idOf(copies.take([7, null, 1]))).toBe(2);
});
