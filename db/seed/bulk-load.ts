import type { Connection } from '../client.ts';

type Index = { name: string; sql: string };

/**
 * Runs `body` with the indexes of those tables taken away that are still empty, and builds them afterwards from sorted
 * rows: several times faster than keeping them up to date row by row.
 */
export function withoutIndexes<T>(connection: Connection, tables: readonly string[], body: () => T): T {
  const find = connection.prepare<[string], Index>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
  );
  const isEmpty = (table: string) =>
    connection.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM ${table})`).pluck().get() === 0;
  const indexes = tables.filter(isEmpty).flatMap((table) => find.all(table));
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const result = body();
  for (const { sql } of indexes) connection.exec(sql);
  return result;
}
