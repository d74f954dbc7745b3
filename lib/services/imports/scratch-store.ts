import 'server-only';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { openStore, type Store } from '#db/client.ts';
import { readEnv } from '#lib/env.ts';

/** More pages than a database has: a copy in several steps would begin anew whenever somebody writes between them. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * A throw-away copy of the database for one dry run: the same code that applies an import runs on it, so the dry run
 * cannot promise anything else. Copied page by page in one read transaction, which keeps no writer waiting.
 */
export async function openScratchStore(
  store: Store,
  name: string,
): Promise<{ scratch: Store; drop: () => void }> {
  const folder = join(readEnv().dataFolder, 'scratch');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}-${process.pid}-${threadId}.db`);
  const remove = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
  };
  remove();
  await store.connection.backup(path, { progress: () => ALL_PAGES });
  const scratch = openStore(path);
  scratch.connection.pragma('locking_mode = EXCLUSIVE');
  scratch.connection.pragma('journal_mode = MEMORY');
  scratch.connection.pragma('synchronous = OFF');
  return {
    scratch,
    drop: () => {
      scratch.connection.close();
      remove();
    },
  };
}

/** Removes copies that a killed process left behind. Call once when the worker starts. */
export function clearScratchStores(): void {
  rmSync(join(readEnv().dataFolder, 'scratch'), { recursive: true, force: true });
}
