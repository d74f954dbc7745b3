import type { Connection } from '#db/client.ts';

/**
 * Keeps a copy of the database as it is now and answers how to bring every row back, in the same file, so that
 * worker threads that hold it open go on.
 */
export function resetTo(connection: Connection, copyPath: string): () => void {
  connection.prepare('VACUUM INTO ?').run(copyPath);
  connection.prepare('ATTACH DATABASE ? AS kept').run(copyPath);
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  return () => {
    connection.pragma('foreign_keys = OFF');
    connection.exec('BEGIN IMMEDIATE');
    for (const table of tables) {
      connection.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM kept.${table};`);
    }
    connection.exec('COMMIT');
    connection.pragma('foreign_keys = ON');
  };
}
