import 'server-only';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabaseFile, copyDatabase } from '#db/backup.ts';
import { readEnv } from '#lib/env.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';

/**
 * Copies the database while it is in use into `<data>/backups`, whole and consistent as of one moment, checks the
 * copy and returns its path. A copy that does not pass is never left under a good name.
 */
export async function backUp(now: number): Promise<string> {
  const { databasePath, dataFolder } = readEnv();
  if (!existsSync(databasePath)) throw appError('not_found', `There is no database at ${databasePath} yet.`);
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = formatIsoInstant(now)
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  const path = join(folder, `tessera-${stamp}.db`);
  const unfinished = `${path}.unfinished`;
  await copyDatabase(databasePath, unfinished);
  checkDatabaseFile(unfinished);
  renameSync(unfinished, path);
  return path;
}
