import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closeStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { readEnv } from '#lib/env.ts';
import { claimServerLock, dropServerLock } from './server-lock.ts';

/** Makes the data folder, brings the database up to the code and notes that this process serves it. */
export async function prepareStore(): Promise<{ runsJobs: boolean }> {
  const env = readEnv();
  mkdirSync(env.dataFolder, { recursive: true });
  mkdirSync(dirname(env.databasePath), { recursive: true });
  await migrateDatabase(env.databasePath);
  return { runsJobs: claimServerLock(env.databasePath, env.publicUrl) };
}

/** Closes the database and takes the note away, at the very end of the process. */
export function releaseStore(): void {
  closeStore();
  dropServerLock(readEnv().databasePath);
}

/** As `prepareStore`, for a script beside a running server: it serves nobody and claims nothing. */
export async function prepareScriptStore(): Promise<void> {
  const { databasePath } = readEnv();
  mkdirSync(dirname(databasePath), { recursive: true });
  await migrateDatabase(databasePath);
}
