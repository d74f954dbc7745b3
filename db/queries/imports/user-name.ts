import 'server-only';
import type { Connection } from '#db/client.ts';

export function findUserName(connection: Connection, userId: number): string | null {
  return (
    connection.prepare<[number], { name: string }>('SELECT name FROM users WHERE id = ?').get(userId)?.name ??
    null
  );
}
