import { beforeEach, describe, expect, test } from 'vitest';
import { closeStore, store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { applyImportLater } from './apply.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport } from './cancel.ts';
import { getImport } from './get.ts';
import { checkFile, importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';

const ctx = testContext();
const all = <T>(sql: string): T[] => store().connection.prepare(sql).all() as T[];
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

describe('interrupted work', () => {
  const many = csv(
    'many.csv',
    header,
    ...Array.from({ length: 3000 }, (_, at) => `X${at},Company ${at},c${at}.com,Retail,${at}`),
  );

  test('a process killed between two batches goes on behind the last one', async () => {
    const checked = await checkFile(ctx, many, accountOptions);
    await applyImportLater(ctx, checked.id);
    const id = Number.parseInt(checked.id.slice(4), 36);
    let batches = 0;
    const dying = new Proxy(store(), {
      get(target, key) {
        if (key === 'connection' && batches++ > 14) throw new Error('killed');
        return target[key as keyof typeof target];
      },
    });
    await expect(applyImport(ctx, id, dying, { batchMs: 1, pauseMs: 0 })).rejects.toThrow('killed');
    const halfway = getImport(ctx, checked.id);
    expect(halfway.status).toBe('applying');
    expect(halfway.progress.done).toBe(all<{ n: number }>('SELECT count(*) AS n FROM accounts')[0]?.n);
    await workUntilIdle(ctx);
    expect(getImport(ctx, checked.id)).toMatchObject({
      status: 'completed',
      rows: { read: 3000, created: 3000 },
    });
    expect(all('SELECT count(*) AS n, count(DISTINCT external_id) AS d FROM accounts')).toEqual([
      { n: 3000, d: 3000 },
    ]);
  });

  test('going on makes no custom field twice', async () => {
    const wide = {
      ...many,
      text: many.text.replace(/^(.*)$/gm, (line, _, at) =>
        line === '' ? line : at === 0 ? `${line},Plants` : `${line},7`,
      ),
    };
    const checked = await checkFile(ctx, wide, { ...accountOptions, unmappedFields: 'createCustom' });
    await applyImportLater(ctx, checked.id);
    const id = Number.parseInt(checked.id.slice(4), 36);
    let looks = 0;
    const dying = new Proxy(store(), {
      get(target, key) {
        if (key === 'connection' && looks++ > 20) throw new Error('killed');
        return target[key as keyof typeof target];
      },
    });
    await expect(applyImport(ctx, id, dying, { batchMs: 1, pauseMs: 0 })).rejects.toThrow('killed');
    await workUntilIdle(ctx);
    expect(getImport(ctx, checked.id)).toMatchObject({ status: 'completed', rows: { created: 3000 } });
    expect(all('SELECT key FROM custom_fields')).toEqual([{ key: 'plants' }]);
    expect(all('SELECT count(*) AS n FROM custom_values')).toEqual([{ n: 3000 }]);
  });

  test('with dryRun: false a file without faults is applied right after its check', async () => {
    const done = await checkFile(ctx, two, { ...accountOptions, dryRun: false });
    expect(done).toMatchObject({ status: 'completed', rows: { created: 2 } });
    const faulty = await checkFile(ctx, two, {
      entity: 'account',
      mapping: { Industry: { field: 'industry' } },
      dryRun: false,
    });
    expect(faulty).toMatchObject({ status: 'checked', report: { issues: [{ code: 'no_identity' }] } });
  });

  test('cancelled while it is applied, everything is as before', async () => {
    await load(two, accountOptions);
    const checked = await checkFile(
      ctx,
      csv('c.csv', header, 'A1,Changed,acme.com,Retail,1', 'C3,Cog,cog.com,Retail,5'),
      accountOptions,
    );
    await applyImportLater(ctx, checked.id);
    await cancelImport(ctx, checked.id);
    await workUntilIdle(ctx);
    expect(getImport(ctx, checked.id).status).toBe('cancelled');
    expect(all('SELECT name FROM accounts ORDER BY id')).toEqual([{ name: 'Acme' }, { name: 'Bolt' }]);
  });

  test('a dry run leaves nothing in the data', async () => {
    await checkFile(ctx, two, accountOptions);
    expect(all('SELECT count(*) AS n FROM accounts')).toEqual([{ n: 0 }]);
    expect(all('SELECT count(*) AS n FROM terms')).toEqual([{ n: 0 }]);
  });
});
