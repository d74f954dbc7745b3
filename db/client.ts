import 'server-only';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { readEnv } from '#lib/env.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import { type Connection, openConnection } from './connection.ts';
import * as schema from './schema/index.ts';

export type { Connection } from './connection.ts';
export type Orm = BetterSQLite3Database<typeof schema>;
export type Store = { connection: Connection; orm: Orm };

/** Opens a database file with what builds statements; see `openConnection`. */
export function openStore(path: string, options: { readonly?: boolean; busyMs?: number } = {}): Store {
  const connection = openConnection(path, options);
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
