import { beforeAll, expect, it } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { jobKinds } from '#lib/jobs/kinds.ts';
import { runNext } from '#lib/jobs/run-next.ts';
import { isSetUp } from '#lib/services/session/actor.ts';
import { hasDemoData } from './has-demo-data.ts';
import { startDemoRemoval } from './remove.ts';

const held = useTempStore();
const ctx = testContext();

beforeAll(() => seedDemo(held.current, { now: ctx.now, accounts: 600 }));

function count(table: string): number {
  return Number(held.current.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function firstAccountId(): number {
  return Number(held.current.connection.prepare('SELECT min(id) FROM accounts').pluck().get());
}

/** A file of one's own that was imported while the demo was there. */
function importOwnRows(): void {
  const { connection } = held.current;
  connection.exec(`
    INSERT INTO imports (id, file_name, file_bytes, status, created_at) VALUES (900, 'own.csv', 1, 'completed', 0);
    INSERT INTO accounts (id, name, name_folded, import_id, created_at, updated_at)
      VALUES (900001, 'Own', 'OWN', 900, 0, 0);
    INSERT INTO contacts (id, account_id, name, name_folded, import_id, created_at, updated_at)
      VALUES (900001, ${firstAccountId()}, 'Ada', 'ADA', 900, 0, 0);
    INSERT INTO value_sources (entity, record_id, field, source, import_id, at)
      VALUES ('account', ${firstAccountId() + 1}, 'revenue', 'import', 900, 0)
      ON CONFLICT DO UPDATE SET import_id = 900;
  `);
}

async function runAll(): Promise<void> {
  for (;;) {
    const found = await runNext(
      jobKinds,
      () => Date.now() + 1000,
      (error) => {
        throw error;
      },
    );
    if (!found) return;
  }
}

it('refuses while real people would be left without an admin', async () => {
  const { connection } = held.current;
  connection.exec(`INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at)
    VALUES (800, 'a@b.c', 'A@B.C', 'Real', 'viewer', 0, 0)`);
  await expect(startDemoRemoval(ctx)).rejects.toThrow(/admin first/);
  connection.exec('DELETE FROM users WHERE id = 800');
});

it('takes out everything invented, keeps what is one’s own, and opens set-up when nobody is left', async () => {
  const kept = firstAccountId() + 1;
  importOwnRows();
  await startDemoRemoval(ctx);
  await runAll();
  const { connection } = held.current;
  expect(connection.prepare('SELECT id, import_id FROM accounts ORDER BY id').all()).toEqual([
    { id: kept, import_id: 900 },
    { id: 900001, import_id: 900 },
  ]);
  expect(connection.prepare('SELECT account_id, name FROM contacts').all()).toEqual([
    { account_id: null, name: 'Ada' },
  ]);
  const emptied = [
    'opportunities',
    'stage_changes',
    'stages',
    'activities',
    'signals',
    'segments',
    'plans',
    'reps',
    'users',
  ];
  for (const table of emptied) expect([table, count(table)]).toEqual([table, 0]);
  for (const table of ['assignments', 'placements', 'segment_members']) {
    expect([table, count(table)]).toEqual([table, 0]);
  }
  expect(connection.prepare('SELECT DISTINCT account_id FROM account_tiers').pluck().all()).toEqual(
    expect.not.arrayContaining([kept - 1]),
  );
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  expect(hasDemoData(ctx)).toBe(false);
  expect(isSetUp()).toBe(false);
});

it('is refused when there is no demo', async () => {
  await expect(startDemoRemoval(ctx)).rejects.toMatchObject({ code: 'not_found' });
});
