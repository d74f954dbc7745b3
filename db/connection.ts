import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

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
export function openConnection(
  path: string,
  options: { readonly?: boolean; busyMs?: number } = {},
): Connection {
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
  return connection;
}
