import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import type { Connection } from '../../client.ts';

export type NewTokenRow = {
  userId: number;
  name: string;
  tokenHash: string;
  hint: string;
  role: Role;
  createdAt: number;
  expiresAt: number;
};

export function insertToken(connection: Connection, token: NewTokenRow): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO api_tokens (user_id, name, token_hash, hint, role, created_at, expires_at)
       VALUES (@userId, @name, @tokenHash, @hint, @role, @createdAt, @expiresAt)`,
    )
    .run(token);
  return Number(lastInsertRowid);
}

export function revokeTokenRow(connection: Connection, id: number, now: number): void {
  connection.prepare('UPDATE api_tokens SET revoked_at = ? WHERE id = ?').run(now, id);
}

export function noteTokenUsed(connection: Connection, id: number, now: number): void {
  connection.prepare('UPDATE api_tokens SET last_used_at = ? WHERE id = ?').run(now, id);
}
