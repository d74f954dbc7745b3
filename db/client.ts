import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { readEnv } from '#lib/env.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import * as schema from './schema/index.ts';

export type Connection = Database.Database;
export type Orm = BetterSQLite3Database<typeof schema>;
export type Store = { connection: Connection; orm: Orm };

/**
 * After how many pages of 4 KiB in the log a commit carries them over into the database. A thread that may block does it
 * first, so that the main thread hardly ever has to; often enough to stay short, seldom enough that a page which an
 * import touches in many batches is carried once.
 */
const CHECKPOINT_PAGES = { blocking: 24_000, answering: 32_000 };

/**
 * Opens a database file. `busyMs` is how long a statement may block on another writer: 0 on the main thread,
 * where `write()` waits without blocking instead.
 */
export function openStore(path: string, options: { readonly?: boolean; busyMs?: number } = {}): Store {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path, {
    readonly: options.readonly ?? false,
    timeout: options.busyMs ?? 0,
  });
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -65536');
  connection.pragma('mmap_size = 1073741824');
  connection.pragma('temp_store = MEMORY');
  if (!options.readonly) {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = NORMAL');
    const pages = options.busyMs ? CHECKPOINT_PAGES.blocking : CHECKPOINT_PAGES.answering;
    connection.pragma(`wal_autocheckpoint = ${pages}`);
  }
  return { connection, orm: drizzle(connection, { schema }) };
}

/** The process's own handle: small reads and `write()`. Opened on first use, never at import. */
export function store(): Store {
  return processSingleton('store', () => openStore(readEnv().databasePath));
}

/**
 * Closes the process's handle, for shutdown and tests. What stands in the log is carried over into the database first:
 * threads that read still have it open, so that closing alone would leave it beside the file.
 */
export function closeStore(): void {
  const { connection } = store();
  try {
    if (connection.open && !connection.readonly) connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
    dropSingleton('store');
  }
}

/** Uses this handle as the process's own, for tests and scripts that bring their own file. */
export function useStore(opened: Store): void {
  dropSingleton('store');
  processSingleton('store', () => opened);
}
