import { expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { housekeeping } from './housekeeping.ts';

const held = useTempStore();
const ctx = testContext();
const control = { progress: () => {}, isCancelled: () => false };
const DAY = 86_400_000;

it('empties the Trash after 30 days with all that hangs on a record, and nothing younger or in use', async () => {
  const { connection } = held.current;
  const account = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, parent_id, created_at, updated_at, archived_at)
     VALUES (?, 'x', 'X', ?, 0, 0, ?)`,
  );
  account.run(1, null, ctx.now - 31 * DAY);
  account.run(2, 1, null);
  account.run(3, null, ctx.now - 29 * DAY);
  connection.exec(`
    INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (1, 'r', 'R', 0, 0);
    INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (1, 'ae', 1, 'hand', 0), (2, 'ae', 1, 'hand', 0);
    INSERT INTO contacts (id, account_id, name, name_folded, created_at, updated_at) VALUES (1, 1, 'a', 'A', 0, 0), (2, 2, 'b', 'B', 0, 0);
    INSERT INTO value_sources (entity, record_id, field, source, at) VALUES ('account', 1, 'name', 'person', 0);
  `);
  expect(await housekeeping(ctx, null, control)).toMatchObject({ trash: 1 });
  const ids = (sql: string) => connection.prepare(sql).pluck().all();
  expect(ids('SELECT id FROM accounts ORDER BY id')).toEqual([2, 3]);
  expect(ids('SELECT parent_id FROM accounts WHERE id = 2')).toEqual([null]);
  expect(ids('SELECT account_id FROM assignments')).toEqual([2]);
  expect(ids('SELECT id FROM contacts')).toEqual([2]);
  expect(ids('SELECT record_id FROM value_sources')).toEqual([]);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  expect(await housekeeping(ctx, null, control)).toMatchObject({ trash: 0 });
});

it('names the change in every batch, so that a night cut short leaves nobody with what was read before', async () => {
  const { connection } = held.current;
  const old = ctx.now - 31 * DAY;
  connection.exec(`
    INSERT INTO accounts (id, name, name_folded, created_at, updated_at, archived_at) VALUES (4, 'y', 'Y', 0, 0, ${old});
    INSERT INTO contacts (id, account_id, name, name_folded, created_at, updated_at, archived_at) VALUES (3, 2, 'c', 'C', 0, 0, ${old});
  `);
  const named = connection.prepare(
    "SELECT count(*) FROM change_log WHERE entity = 'account' AND record_id IS NULL AND op = 'bulk'",
  );
  const before = Number(named.pluck().get());
  expect(await housekeeping(ctx, null, control)).toMatchObject({ trash: 2 });
  expect(named.pluck().get()).toBe(before + 2);
});

it('drops old answers, sign-in tries and finished jobs only', async () => {
  const { connection } = held.current;
  connection.exec(`
    INSERT INTO idempotency_keys (user_id, key, request_digest, status, body, created_at)
      VALUES (1, 'old', '', 200, '', ${ctx.now - 2 * DAY}), (1, 'new', '', 200, '', ${ctx.now});
    INSERT INTO sign_in_attempts (subject, at) VALUES ('email:A', ${ctx.now - 2 * DAY}), ('email:B', ${ctx.now});
    INSERT INTO jobs (kind, status, payload, run_at, created_at, finished_at)
      VALUES ('a', 'completed', '', 0, 0, ${ctx.now - 40 * DAY}), ('b', 'completed', '', 0, 0, ${ctx.now}),
             ('c', 'queued', '', 0, 0, NULL);
  `);
  expect(await housekeeping(ctx, null, control)).toMatchObject({ dropped: 3 });
  expect(connection.prepare('SELECT kind FROM jobs ORDER BY kind').pluck().all()).toEqual(['b', 'c']);
});
