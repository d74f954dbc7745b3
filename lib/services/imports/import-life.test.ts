import { beforeEach, describe, expect, test } from 'vitest';
import { closeStore, store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { applyImportLater } from './apply.ts';
import { getImport } from './get.ts';
import { checkFile, importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';
import { undoImport } from './undo.ts';

const ctx = testContext();
const all = <T>(sql: string): T[] => store().connection.prepare(sql).all() as T[];
const run = (sql: string) => store().connection.prepare(sql).run();
const csv = (name: string, ...lines: string[]) => ({ name, text: `${lines.join('\n')}\n` });

async function load(text: { name: string; text: string }, options?: ImportOptionsInput) {
  const { applied, checked } = await importFile(ctx, text, options ? () => options : undefined);
  const { read, created, updated, unchanged, rejected } = applied.rows;
  expect(created + updated + unchanged + rejected).toBe(read);
  expect(checked.rows).toEqual(applied.rows);
  return applied;
}

const accountOptions: ImportOptionsInput = {
  entity: 'account',
  mapping: {
    Id: { field: 'externalId' },
    Name: { field: 'name' },
    Domain: { field: 'domain' },
    Industry: { field: 'industry' },
    Employees: { field: 'employees' },
  },
};
const header = 'Id,Name,Domain,Industry,Employees';
const two = csv('accounts.csv', header, 'A1,Acme,acme.com,Retail,50', 'B2,Bolt,bolt.com,Energy,70');

useTempDataFolder();
let drop = () => {};
beforeEach(async () => {
  drop();
  ({ drop } = await openTempStore());
  return () => {
    if (store().connection.open) closeStore();
    drop = () => {};
  };
});

describe('the same file again', () => {
  test('accounts: unchanged, then one updated; the dry run says the same as the application', async () => {
    expect((await load(two, accountOptions)).rows).toMatchObject({ created: 2 });
    expect((await load(two, accountOptions)).rows).toMatchObject({ created: 0, unchanged: 2 });
    const changed = csv('a.csv', header, 'A1,Acme,acme.com,Retail,60', 'B2,Bolt,bolt.com,Energy,70');
    expect((await load(changed, accountOptions)).rows).toMatchObject({ updated: 1, unchanged: 1 });
    expect(all('SELECT employees FROM accounts ORDER BY id')).toEqual([{ employees: 60 }, { employees: 70 }]);
  });

  test('signals: the n-th copy is the n-th stored one, a new copy is new', async () => {
    await load(two, accountOptions);
    const options: ImportOptionsInput = {
      entity: 'signal',
      mapping: { Type: { field: 'type' }, At: { field: 'occurredAt' } },
      account: { column: 'Account', match: ['externalId'] },
    };
    const once = csv(
      's.csv',
      'Account,Type,At',
      'A1,webinar,2026-01-05',
      'A1,webinar,2026-01-05',
      'B2,intent,2026-02-01',
    );
    expect((await load(once, options)).rows).toMatchObject({ created: 3 });
    expect((await load(once, options)).rows).toMatchObject({ created: 0, unchanged: 3 });
    const more = csv(
      's.csv',
      'Account,Type,At',
      'A1,webinar,2026-01-05',
      'A1,webinar,2026-01-05',
      'A1,webinar,2026-01-05',
    );
    expect((await load(more, options)).rows).toMatchObject({ created: 1, unchanged: 2 });
  });

  test('signals with an id of their source: one each, in one file and across files', async () => {
    await load(two, accountOptions);
    const options: ImportOptionsInput = {
      entity: 'signal',
      mapping: {
        Id: { field: 'externalId' },
        Type: { field: 'type' },
        At: { field: 'occurredAt' },
        Strength: { field: 'strength' },
      },
      account: { column: 'Account', match: ['externalId'] },
    };
    const file = csv(
      's.csv',
      'Id,Account,Type,At,Strength',
      'E1,A1,webinar,2026-01-05,10',
      'E2,A1,webinar,2026-01-05,10',
      'E1,A1,webinar,2026-01-05,70',
      'E1,B2,webinar,2026-01-05,10',
    );
    expect((await load(file, options)).rows).toMatchObject({ created: 3, updated: 1 });
    const strengths = () => all('SELECT external_id AS id, strength FROM signals ORDER BY signals.id');
    const stored = [
      { id: 'E1', strength: 70 },
      { id: 'E2', strength: 10 },
      { id: 'E1', strength: 10 },
    ];
    expect(strengths()).toEqual(stored);
    expect((await load(file, options)).rows).toMatchObject({ created: 0 });
    expect(strengths()).toEqual(stored);
  });
});

describe('matching', () => {
  test('rows that could be two records are rejected with both named, the rest goes in', async () => {
    await load(csv('a.csv', header, 'A1,Acme,,,', 'A2,Acme,,,'), accountOptions);
    const applied = await load(csv('b.csv', header, ',Acme,,Retail,', ',Cog,,,'), accountOptions);
    expect(applied.rows).toMatchObject({ created: 1, rejected: 1 });
    expect(applied.problems[0]).toMatchObject({
      line: 2,
      code: 'ambiguous',
      message: '2 records have this name: Acme (A1), Acme (A2).',
    });
  });

  test('a value that a person pinned wins over the import', async () => {
    await load(two, accountOptions);
    const id = all<{ id: number }>("SELECT id FROM accounts WHERE external_id = 'A1'")[0]?.id;
    run(`UPDATE accounts SET employees = 99 WHERE id = ${id}`);
    run(
      `INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned) VALUES ('account', ${id}, 'employees', 'person', 1, 1)`,
    );
    const applied = await load(csv('a.csv', header, 'A1,Acme Inc,acme.com,Retail,60'), accountOptions);
    expect(applied.rows.updated).toBe(1);
    expect(all("SELECT name, employees FROM accounts WHERE external_id = 'A1'")).toEqual([
      { name: 'Acme Inc', employees: 99 },
    ]);
    expect(all(`SELECT field, source FROM value_sources WHERE record_id = ${id} ORDER BY field`)).toEqual([
      { field: 'employees', source: 'person' },
      { field: 'name', source: 'import' },
    ]);
  });
});

test('a list and a parent that a person pinned win over the import, too', async () => {
  await load(two, accountOptions);
  const [a = 0, b = 0] = all<{ id: number }>('SELECT id FROM accounts ORDER BY id').map(({ id }) => id);
  for (const field of ['needs', 'parent']) {
    run(
      `INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned) VALUES ('account', ${a}, '${field}', 'person', 1, 1)`,
    );
  }
  const mapping = {
    Id: { field: 'externalId' },
    Needs: { field: 'needs' },
    Parent: { field: 'parent', match: ['externalId'] },
  };
  const file = csv('n.csv', 'Id,Needs,Parent', 'A1,data quality,B2', 'B2,data quality,');
  await load(file, { entity: 'account', mapping });
  expect(all('SELECT account_id FROM account_needs')).toEqual([{ account_id: b }]);
  expect(all(`SELECT parent_id FROM accounts WHERE id = ${a}`)).toEqual([{ parent_id: null }]);
});

describe('children whose account is unknown', () => {
  const deals: ImportOptionsInput = {
    entity: 'opportunity',
    mapping: { Id: { field: 'externalId' }, Stage: { field: 'stage', outcomes: { Won: 'won' } } },
    account: { column: 'Account', match: ['name'] },
  };
  const file = csv('d.csv', 'Id,Account,Stage', 'D1,Acme,Open', 'D2,Nobody,Won', 'D3,,Won');

  test('are kept, counted, and linked by a later account import', async () => {
    const applied = await load(file, deals);
    expect(applied.rows.created).toBe(3);
    expect(applied.report).toMatchObject({
      rowsWithoutAccount: 1,
      unknownAccounts: [
        { value: 'Acme', rows: 1 },
        { value: 'Nobody', rows: 1 },
      ],
    });
    const accounts = await load(two, accountOptions);
    expect(accounts.report?.relinked).toEqual({ opportunities: 1 });
    expect(all('SELECT a.name FROM opportunities o JOIN accounts a ON a.id = o.account_id')).toEqual([
      { name: 'Acme' },
    ]);
    await undoImport(ctx, accounts.id);
    await workUntilIdle(ctx);
    expect(
      all("SELECT account_text AS t FROM opportunities WHERE external_id = 'D1' AND account_id IS NULL"),
    ).toEqual([{ t: 'Acme' }]);
  });

  test('are rejected, or make their account, when asked to', async () => {
    expect((await load(file, { ...deals, onUnknownAccount: 'reject' })).rows).toMatchObject({
      created: 1,
      rejected: 2,
    });
    const made = await load(file, { ...deals, onUnknownAccount: 'create' });
    expect(made.report?.alsoCreated).toEqual({ account: 2 });
    expect(all('SELECT name FROM accounts ORDER BY name')).toEqual([{ name: 'Acme' }, { name: 'Nobody' }]);
  });
});

describe('undo', () => {
  test('removes what was made, restores what was changed, keeps and lists what was worked on since', async () => {
    await load(two, accountOptions);
    const second = await load(
      csv(
        'b.csv',
        header,
        'A1,Acme Inc,acme.com,Services,60',
        'B2,Bolt,bolt.com,Gas,71',
        'C3,Cog,cog.com,Retail,5',
        'D4,Dot,dot.com,Retail,6',
      ),
      accountOptions,
    );
    run("UPDATE accounts SET employees = 1000, version = version + 1 WHERE external_id = 'A1'");
    run("UPDATE accounts SET description = 'called', version = version + 1 WHERE external_id = 'D4'");
    await undoImport(ctx, second.id);
    await workUntilIdle(ctx);
    const undone = getImport(ctx, second.id);
    expect(undone.status).toBe('undone');
    expect(
      all(
        'SELECT a.external_id AS id, a.name, t.label AS industry, a.employees FROM accounts a LEFT JOIN terms t ON t.id = a.industry ORDER BY a.id',
      ),
    ).toEqual([
      { id: 'A1', name: 'Acme', industry: 'Retail', employees: 1000 },
      { id: 'B2', name: 'Bolt', industry: 'Energy', employees: 70 },
      { id: 'D4', name: 'Dot', industry: 'Retail', employees: 6 },
    ]);
    expect(undone.report?.undo).toEqual({
      restored: 1,
      removed: 1,
      kept: [
        { entity: 'account', label: 'Acme', reason: 'a value was changed later and stays' },
        { entity: 'account', label: 'Dot', reason: 'people, deals, notes or owners were added since' },
      ],
    });
  });
});

describe('undo of accounts that a plan placed by itself', () => {
  test('takes them back with their places; one that a person assigned stays', async () => {
    const applied = await load(two, accountOptions);
    store().connection.exec(`
      INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (1, 'Kim', 'KIM', 1, 1);
      INSERT INTO assignments (account_id, slot, rep_id, source, from_at)
        SELECT id, 'ae', 1, CASE external_id WHEN 'A1' THEN 'plan' ELSE 'hand' END, 1 FROM accounts;
    `);
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    expect(all('SELECT name FROM accounts')).toEqual([{ name: 'Bolt' }]);
    expect(all('SELECT source FROM assignments')).toEqual([{ source: 'hand' }]);
  });
});

test('a file with a header alone says so and is not applied, so that a full file without rows archives nobody', async () => {
  await importFile(ctx, { name: 'a.csv', text: 'Id,Name\nA1,Anvil\n' }, () => ({
    entity: 'account',
    mapping: { Id: { field: 'externalId' }, Name: { field: 'name' } },
  }));
  const before = all('SELECT * FROM accounts');
  const issues = [{ path: '/file', code: 'no_rows', message: 'The file has a header but no rows.' }];
  for (const text of ['Id,Name', 'Id,Name\n\n ,\n']) {
    const checked = await checkFile(
      ctx,
      { name: 'a.csv', text },
      {
        entity: 'account',
        mapping: { Id: { field: 'externalId' }, Name: { field: 'name' } },
        absent: 'archive',
        dryRun: false,
      },
    );
    expect(checked).toMatchObject({ status: 'checked', report: { issues } });
    await expect(applyImportLater(ctx, checked.id)).rejects.toMatchObject({
      ...{ code: 'invalid', message: 'The file has a header but no rows.', issues },
    });
  }
  const blank = await checkFile(ctx, { name: 'a.csv', text: '\n\n' });
  expect(blank.report?.issues).toMatchObject([{ code: 'no_rows' }]);
  expect(all('SELECT * FROM accounts')).toEqual(before);
});
