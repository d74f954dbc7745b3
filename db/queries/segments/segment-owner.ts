import 'server-only';
import type { Connection } from '../../client.ts';

/** Name of a user, or null when there is none. */
export function findUserName(connection: Connection, userId: number): string | null {
  return (
    connection.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck().get(userId) ?? null
  );
}

/** People who may own a segment: the active users, by name. */
export function listOwners(connection: Connection): { id: number; name: string }[] {
  return connection
    .prepare<[], { id: number; name: string }>(
      'SELECT id, name FROM users WHERE is_active = 1 ORDER BY name, id',
    )
    .all();
}
