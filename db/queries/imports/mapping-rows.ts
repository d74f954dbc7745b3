import 'server-only';
import type { Connection } from '#db/client.ts';

export type MappingRow = { id: number; name: string; entity: string; headerDigest: string; options: string };

const columns = 'id, name, entity, header_digest AS headerDigest, options';

/** Saved mappings, newest first: those for one header, or all. */
export function listMappings(connection: Connection, headerDigest: string | null): MappingRow[] {
  return connection
    .prepare<[string | null, string | null], MappingRow>(
      `SELECT ${columns} FROM import_mappings WHERE ? IS NULL OR header_digest = ? ORDER BY id DESC LIMIT 200`,
    )
    .all(headerDigest, headerDigest);
}

export function findMapping(connection: Connection, id: number): MappingRow | null {
  return (
    connection.prepare<[number], MappingRow>(`SELECT ${columns} FROM import_mappings WHERE id = ?`).get(id) ??
    null
  );
}

/** Saves a mapping; one of the same name for the same header makes room. */
export function insertMapping(
  connection: Connection,
  given: Omit<MappingRow, 'id'> & { userId: number | null; createdAt: number },
): number {
  connection
    .prepare('DELETE FROM import_mappings WHERE name = ? AND header_digest = ?')
    .run(given.name, given.headerDigest);
  const made = connection
    .prepare(
      'INSERT INTO import_mappings (name, entity, header_digest, options, user_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(given.name, given.entity, given.headerDigest, given.options, given.userId, given.createdAt);
  return Number(made.lastInsertRowid);
}
