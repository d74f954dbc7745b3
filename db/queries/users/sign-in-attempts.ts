import 'server-only';
import type { Connection } from '../../client.ts';

/** How often a subject tried since an instant, and when first. */
export function countAttempts(
  connection: Connection,
  subject: string,
  sinceAt: number,
): { count: number; firstAt: number | null } {
  const row = connection
    .prepare<[string, number], { count: number; firstAt: number | null }>(
      'SELECT count(*) AS count, min(at) AS firstAt FROM sign_in_attempts WHERE subject = ? AND at > ?',
    )
    .get(subject, sinceAt);
  return row ?? { count: 0, firstAt: null };
}

export function insertAttempt(connection: Connection, subject: string, at: number): void {
  connection.prepare('INSERT INTO sign_in_attempts (subject, at) VALUES (?, ?)').run(subject, at);
}

export function deleteAttempts(connection: Connection, subject: string): void {
  connection.prepare('DELETE FROM sign_in_attempts WHERE subject = ?').run(subject);
}
