import { beforeAll, expect, it, vi } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { lettersFile } from './letter-files.ts';

const REPS = 100;
const ACCOUNTS = 10_000;
const held = useTempStore();
const ctx = testContext();

beforeAll(() => {
  const { connection } = held.current;
  connection.exec('BEGIN');
  const rep = connection.prepare(
    'INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
  );
  for (let id = 1; id <= REPS; id++) rep.run(id, `Rep ${id}`, `REP ${id}`);
  const account = connection.prepare(
    'INSERT INTO accounts (id, name, name_folded, family_id, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)',
  );
  const assignment = connection.prepare(
    "INSERT INTO assignments (account_id, slot, rep_id, source, from_at, to_at) VALUES (?, 'ae', ?, 'plan', ?, ?)",
  );
  for (let id = 1; id <= ACCOUNTS; id++) {
    account.run(id, `Account ${id}`, `ACCOUNT ${id}`, id);
    assignment.run(id, (id % REPS) + 1, 0, ctx.now - 1000);
    assignment.run(id, ((id + 1) % REPS) + 1, ctx.now - 1000, null);
  }
  connection.exec('COMMIT');
});

it('reads the letters of many people with large books in the reads worker, so that others are answered meanwhile', async () => {
  const prepare = vi.spyOn(held.current.connection, 'prepare');
  const file = await lettersFile(ctx, 'csv');
  const rows = 'rows' in file ? [...file.rows] : [];
  expect(rows).toHaveLength(2 * ACCOUNTS);
  expect(new Set(rows.map(([rep]) => rep)).size).toBe(REPS);
  const here = prepare.mock.calls
    .map(([sql]) => sql)
    .filter((sql) => sql.includes('FROM assignments s JOIN'));
  expect(here).toEqual([]);
});
