import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
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
  for (const file of [orphan, running]) writeFileSync(file, 'a');
  const old = new Date(ctx.now - 2 * DAY_MS);
  utimesSync(orphan, old, old);
  utimesSync(running, new Date(ctx.now), new Date(ctx.now));

  expect(await tidyImportFiles(ctx)).toBe(1);
  expect([existsSync(orphan), existsSync(running)]).toEqual([false, true]);
  expect(existsSync(join(process.env.TESSERA_DATA ?? '', path))).toBe(true);

  const later = testContext({ now: Date.now() + 40 * DAY_MS });
  await tidyImportFiles(later);
  expect(existsSync(join(process.env.TESSERA_DATA ?? '', path))).toBe(false);
  expect(applied.status).toBe('completed');
});
