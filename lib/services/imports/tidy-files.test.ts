import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { orderPath } from './row-order.ts';
import { importFile, useTempDataFolder } from './testing/import-reference.ts';
import { tidyImportFiles } from './tidy-files.ts';

useTempDataFolder();
const db = useTempStore();
const ctx = testContext();
const DAY_MS = 86_400_000;

test('files that nobody needs go; a running upload and a recent import keep theirs', async () => {
  const { applied } = await importFile(ctx, { name: 'a.csv', text: 'Account ID,Account Name\nA1,Acme\n' });
  const sql = 'SELECT file_path FROM imports WHERE id = 1';
  const path = db.current.connection.prepare<[], string>(sql).pluck().get() ?? '';
  const folder = join(process.env.TESSERA_DATA ?? '', 'imports');
  mkdirSync(folder, { recursive: true });
  const [orphan, running] = [join(folder, 'orphan.csv'), join(folder, 'running.csv')];
  const kept = join(process.env.TESSERA_DATA ?? '', path);
  const orders = [orphan, kept].map(orderPath);
  const touched = (files: string[], daysAgo: number) => {
    const at = new Date(ctx.now - daysAgo * DAY_MS);
    for (const file of files) writeFileSync(file, 'a');
    for (const file of files) utimesSync(file, at, at);
  };
  touched([orphan, ...orders], 2);
  touched([running], 0);

  expect(await tidyImportFiles(ctx)).toBe(2);
  expect([orphan, running, ...orders].map((file) => existsSync(file))).toEqual([false, true, false, true]);
  expect(existsSync(kept)).toBe(true);

  const later = testContext({ now: Date.now() + 40 * DAY_MS });
  await tidyImportFiles(later);
  expect([kept, ...orders].some((file) => existsSync(file))).toBe(false);
  expect(applied.status).toBe('completed');
});
