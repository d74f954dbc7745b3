import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeStore, openStore, store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { applyImportLater } from './apply.ts';
import { applyImport } from './apply-import.ts';
import { getImport } from './get.ts';
import { checkFile, importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';
import { undoImport } from './undo.ts';

const ctx = testContext();
const all = <T>(sql: string): T[] => store().connection.prepare(sql).all() as T[];
const csv = (name: string, ...lines: string[]) => ({ name, text: `${lines.join('\n')}\n` });
const rowId = (publicId: string) => Number.parseInt(publicId.slice(4), 36);
const ACCOUNTS = 40;
const inThrees = { batchMs: 0.2, pauseMs: 0, orderedRows: 97 };

const accountFile = csv(
  'accounts.csv',
  'Id,Name',
  ...Array.from({ length: ACCOUNTS }, (_, at) => `A${at},Company ${at}`),
);
const accountOptions: ImportOptionsInput = {
  entity: 'account',
  mapping: { Id: { field: 'externalId' }, Name: { field: 'name' } },
};
const signalOptions: ImportOptionsInput = {
  entity: 'signal',
  account: { column: 'Account', match: ['externalId'] },
  mapping: { Type: { field: 'type' }, Strength: { field: 'strength' }, At: { field: 'occurredAt' } },
};
/** Rows of all accounts mixed, every seventh of nobody, every eleventh unreadable, each pair of rows alike. */
const line = (at: number) =>
  `${at % 7 === 3 ? `X${at % 5}` : `A${(at * 17) % ACCOUNTS}`},${at % 3 ? 'intent' : 'Intent'},${at % 11 === 5 ? 'much' : at % 9},2026-01-0${1 + ((at >> 6) % 9)}`;
const signalFile = (rows: number, from = 0) =>
  csv('signals.csv', 'Account,Type,Strength,At', ...Array.from({ length: rows }, (_, at) => line(from + at)));

const stored = () =>
  all(
    `SELECT a.external_id AS account, s.account_text AS text, t.label AS type, s.strength, s.occurred_at AS at
     FROM signals s LEFT JOIN accounts a ON a.id = s.account_id JOIN terms t ON t.id = s.type
     ORDER BY 1, 2, 5, 4, s.id`,
  );
const problemsOf = (id: string) =>
  all(
    `SELECT line, "column", value, code, row_rejected FROM import_problems WHERE import_id = ${rowId(id)} ORDER BY line, id`,
  );

useTempDataFolder();
let drop = () => {};
beforeEach(async () => {
  drop();
  ({ drop } = await openTempStore());
  await importFile(ctx, accountFile, () => accountOptions);
  return () => {
    if (store().connection.open) closeStore();
    drop = () => {};
  };
});

/** The store of a process that is killed after so many looks at its connection. */
function storeDyingAfter(looks: number) {
  let left = looks;
  return new Proxy(store(), {
    get(target, key) {
      if (key === 'connection' && left-- <= 0) throw new Error('killed');
      return target[key as keyof typeof target];
    },
  });
}

async function applyInThrees(rows: number) {
  const checked = await checkFile(ctx, signalFile(rows), signalOptions);
  await applyImportLater(ctx, checked.id);
  await applyImport(ctx, rowId(checked.id), store(), inThrees);
  return { checked, applied: getImport(ctx, checked.id) };
}

describe('rows that are taken in the order of their accounts', () => {
  test('give the same signals, counts and problems, however many are put in order at a time', async () => {
    const { checked, applied } = await applyInThrees(1000);
    expect(applied.status).toBe('completed');
    expect(applied.rows).toEqual(checked.rows);
    const [once, said, groups] = [stored(), problemsOf(applied.id), applied.report?.problems];
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    expect(all('SELECT count(*) AS n FROM signals')).toEqual([{ n: 0 }]);
    const whole = await importFile(ctx, signalFile(1000), () => signalOptions);
    expect(whole.applied.rows).toEqual(applied.rows);
    expect(stored()).toEqual(once);
    expect(problemsOf(whole.applied.id)).toEqual(said);
    expect(whole.applied.report?.problems).toEqual(groups);
    expect(said.length).toBeGreaterThan(50);
  });

  test('have an order of their accounts within what was put in order, and leave no file behind', async () => {
    await applyInThrees(97);
    const accounts = all<{ id: number | null }>('SELECT account_id AS id FROM signals ORDER BY id');
    const ids = accounts.map(({ id }) => id ?? 0);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBeGreaterThan(30);
    const folder = join(process.env.TESSERA_DATA ?? '', 'imports');
    expect(existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith('.order'))).toEqual([]);
  });

  test('are found again as copies, also those of one file that lie far apart', async () => {
    await applyInThrees(600);
    const before = stored();
    const again = await applyInThrees(600);
    expect(again.applied.rows).toMatchObject({ created: 0, unchanged: 600 });
    expect(again.checked.rows).toEqual(again.applied.rows);
    expect(stored()).toEqual(before);
    const longer = await applyInThrees(650);
    expect(longer.applied.rows).toMatchObject({ created: 50, unchanged: 600 });
  });

  test.each([1, 3, 9, 17])('go on behind the last batch of a killed process (look %i)', async (looks) => {
    const { applied } = await applyInThrees(500);
    const whole = stored();
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    const checked = await checkFile(ctx, signalFile(500), signalOptions);
    await applyImportLater(ctx, checked.id);
    await expect(applyImport(ctx, rowId(checked.id), storeDyingAfter(looks + 8), inThrees)).rejects.toThrow(
      'killed',
    );
    const halfway = getImport(ctx, checked.id).progress.done;
    await applyImport(ctx, rowId(checked.id), storeDyingAfter(looks + 8), inThrees).catch(() => undefined);
    expect(getImport(ctx, checked.id).progress.done).toBeGreaterThanOrEqual(halfway);
    if (getImport(ctx, checked.id).status !== 'completed')
      await applyImport(ctx, rowId(checked.id), store(), inThrees);
    expect(getImport(ctx, checked.id)).toMatchObject({ status: 'completed', rows: { read: 500 } });
    expect(stored()).toEqual(whole);
  });

  test('are named by the first spelling of the file, also behind a killed process', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `${at % 2 ? 'A1,ZETA' : 'A39,Zeta'},2026-01-05`);
    const text = ['Account,Type,At', ...rows];
    const checked = await checkFile(ctx, csv('signals.csv', ...text), {
      ...signalOptions,
      mapping: { Type: { field: 'type' }, At: { field: 'occurredAt' } },
    });
    await applyImportLater(ctx, checked.id);
    const dying = applyImport(ctx, rowId(checked.id), storeDyingAfter(20), { ...inThrees, batchMs: 0.001 });
    await expect(dying).rejects.toThrow('killed');
    const halfway = getImport(ctx, checked.id).progress.done;
    expect(halfway).toBeGreaterThan(0);
    await applyImport(ctx, rowId(checked.id), store(), inThrees);
    expect(getImport(ctx, checked.id)).toMatchObject({ status: 'completed', rows: { created: 120 } });
    expect(all("SELECT label FROM terms WHERE field = 'signal.type'")).toEqual([{ label: 'Zeta' }]);
  });

  test('are linked anew when somebody changes an account after they were put in order', async () => {
    const checked = await checkFile(ctx, signalFile(300), signalOptions);
    await applyImportLater(ctx, checked.id);
    const other = openStore(store().connection.name);
    let isChanged = false;
    const pace = {
      ...inThrees,
      get pauseMs() {
        // Asked for right before a batch is written.
        if (!isChanged)
          other.connection.exec("UPDATE accounts SET external_id = 'X1' WHERE external_id = 'A39'");
        isChanged = true;
        return 0;
      },
    };
    await applyImport(ctx, rowId(checked.id), store(), pace);
    other.connection.close();
    const { rows } = getImport(ctx, checked.id);
    expect(checked.rows.created).toBe(300);
    expect(rows.created).toBe(300);
    const named = Array.from({ length: 300 }, (_, at) => line(at).split(',')[0]);
    const linked = all<{ n: number }>(
      "SELECT count(*) AS n FROM signals s JOIN accounts a ON a.id = s.account_id WHERE a.external_id = 'X1'",
    )[0]?.n;
    expect(named.filter((name) => name === 'A39').length).toBeGreaterThan(3);
    expect(linked).toBe(named.filter((name) => name === 'X1').length);
  });
});
