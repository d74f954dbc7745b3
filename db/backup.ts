import 'server-only';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Copies a database that others may be writing to, by SQLite's online backup: the copy is of one moment. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  rmSync(to, { force: true });
  const source = new Database(from, { readonly: true, timeout: 10_000 });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
}

/** Throws a sentence when a file is no database of ours, or a damaged one. Leaves it as a single file. */
export function checkDatabaseFile(path: string): void {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { fileMustExist: true });
    connection.pragma('journal_mode = DELETE');
    const found = connection.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`it is damaged (${String(found)})`);
    const isOurs = connection
      .prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
      .get();
    if (!isOurs) throw new Error('it is not a database of Tessera');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be used: ${why}.`);
  } finally {
    connection?.close();
  }
}
