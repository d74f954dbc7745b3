import 'server-only';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkDatabaseFile } from '#db/backup.ts';
import { readEnv } from '#lib/env.ts';
import { runningServer } from '#lib/services/health/server-lock.ts';
import { appError } from '#lib/shared/errors.ts';

/**
 * Puts a backup in the place of the database. Refuses while a server uses it, and a file that is not whole. What
 * was there before is kept beside it; its path is returned (null when there was nothing).
 */
export function restore(backup: string, now: number): { databasePath: string; keptPath: string | null } {
  const { databasePath } = readEnv();
  if (!existsSync(backup)) throw appError('not_found', `There is no file ${backup}.`);
  const server = runningServer(databasePath);
  if (server)
    throw appError('conflict', `Stop the server first: process ${server.pid} serves ${server.url}.`);
  mkdirSync(dirname(databasePath), { recursive: true });
  const incoming = `${databasePath}.incoming`;
  copyFileSync(backup, incoming);
  try {
    checkDatabaseFile(incoming);
  } catch (error) {
    rmSync(incoming, { force: true });
    throw appError('invalid', (error as Error).message.replace(incoming, backup));
  }
  const keptPath = existsSync(databasePath) ? `${databasePath}.before-restore-${now}` : null;
  if (keptPath) {
    renameSync(databasePath, keptPath);
    // A write-ahead log belongs to the file it was written for.
    for (const end of ['-wal', '-shm']) {
      if (existsSync(databasePath + end)) renameSync(databasePath + end, keptPath + end);
    }
  }
  renameSync(incoming, databasePath);
  return { databasePath, keptPath };
}
