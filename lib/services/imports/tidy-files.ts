import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { store } from '#db/client.ts';
import { forgetOldFiles, keptFilePaths } from '#db/queries/imports/kept-files.ts';
import { write } from '#db/write.ts';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/**
 * Removes uploaded files that nobody needs: those of imports that ended 30 days ago, and those that belong to no import
 * and are older than a day. Returns how many went. The imports, their reports and problems stay.
 */
export async function tidyImportFiles(ctx: Context): Promise<number> {
  await write(ctx, ({ connection }) => forgetOldFiles(connection, ctx.now - KEPT_DAYS * DAY_MS));
  const kept = keptFilePaths(store().connection);
  const folder = join(readEnv().dataFolder, 'imports');
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const upload = join('imports', name.replace(/(\.facts\.json(\.new)?|\.order)$/, ''));
    if (kept.has(upload)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs > ctx.now - DAY_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
