import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import type { Connection } from '../../client.ts';

export type TokenRow = {
  id: number;
  userId: number;
  userName: string;
  userRole: Role;
  name: string;
  hint: string;
  role: Role;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
};

const select = `
  SELECT api_tokens.id, user_id AS userId, users.name AS userName, users.role AS userRole, api_tokens.name, hint,
    api_tokens.role, api_tokens.created_at AS createdAt, expires_at AS expiresAt, last_used_at AS lastUsedAt,
    revoked_at AS revokedAt
  FROM api_tokens JOIN users ON users.id = user_id`;

/** Tokens of one person, or of everybody with `userId` null; newest first. */
export function listTokenRows(connection: Connection, userId: number | null): TokenRow[] {
  return connection
    .prepare<[{ userId: number | null }], TokenRow>(
      `${select} WHERE @userId IS NULL OR user_id = @userId ORDER BY api_tokens.id DESC`,
    )
    .all({ userId });
}

export function findTokenRow(connection: Connection, id: number): TokenRow | null {
  return connection.prepare<[number], TokenRow>(`${select} WHERE api_tokens.id = ?`).get(id) ?? null;
}
