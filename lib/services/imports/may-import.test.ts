import { beforeAll, describe, expect, test } from 'vitest';
import { store } from '#db/client.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { applyImportLater } from './apply.ts';
import { createImport } from './create.ts';
import { getImport } from './get.ts';
import { listImports } from './list.ts';
import { saveImportMapping } from './mappings.ts';
import { checkFile, importFile, useTempDataFolder } from './testing/import-reference.ts';
import { undoImport } from './undo.ts';

useTempDataFolder();
useTempStore();
const admin = testContext();
const leader = (leaderSees: 'all' | 'team' = 'all') =>
  testContext({ actor: { kind: 'user', userId: 2, name: 'Lena', role: 'leader', leaderSees } });
const people = { name: 'reps.csv', text: 'sales_agent,email,role\nWren Halloran,wren@example.com,AE\n' };
const accounts = { name: 'accounts.csv', text: 'Account Name,Domain\nAcme,acme.example\n' };
const forbidden = expect.objectContaining({ code: 'forbidden' });
beforeAll(() => {
  store()
    .connection.prepare(
      `INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at)
       VALUES (2, 'lena@example.com', 'lena@example.com', 'Lena', 'leader', 0, 0)`,
    )
    .run();
});
const count = (table: string) =>
  store().connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('a leader over all accounts', () => {
  test('imports reps and takes them back', async () => {
    const { applied } = await importFile(leader(), people);
    expect(applied).toMatchObject({ entity: 'rep', rows: { created: 1 } });
    await undoImport(leader(), applied.id);
  });

  test('may look at another file but not write it', async () => {
    const before = count('accounts');
    const checked = await checkFile(leader(), accounts);
    expect(checked).toMatchObject({ entity: 'account', status: 'checked' });
    await expect(applyImportLater(leader(), checked.id)).rejects.toEqual(forbidden);
    const upload = { filePath: 'imports/x.csv', bytes: 10 };
    const options = { entity: 'account' as const, mapping: {}, dryRun: false };
    await expect(createImport(leader(), { fileName: 'x.csv', upload, options })).rejects.toEqual(forbidden);
    const saved = {
      name: 'CRM',
      options: { entity: 'account' as const, mapping: { Name: { field: 'name' } } },
    };
    await saveImportMapping(admin, saved);
    await expect(saveImportMapping(leader(), saved)).rejects.toEqual(forbidden);
    expect([count('accounts'), count('import_mappings')]).toEqual([before, 1]);
  });

  test('sees the own imports alone', async () => {
    const others = await checkFile(admin, accounts);
    expect(() => getImport(leader(), others.id)).toThrow(`There is no import "${others.id}".`);
    expect(listImports(leader()).items.map(({ id }) => id)).not.toContain(others.id);
    expect(listImports(admin).items.map(({ id }) => id)).toContain(others.id);
  });
});

test('a leader of one team imports nothing', () => {
  expect(() => listImports(leader('team'))).toThrow(forbidden);
});
