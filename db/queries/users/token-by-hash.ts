import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import type { Connection } from '../../client.ts';
import { prepared } from '../../kept.ts';

export type StoredToken = {
  id: number;
  userId: number;
  role: Role;
  expiresAt: number;
  revokedAt: number | null;
  lastUsedAt: number | null;
};

export function findTokenByHash(connection: Connection, tokenHash: string): StoredToken | null {
  return (
    prepared<[string], StoredToken>(
      connection,
      `SELECT id, user_id AS userId, role, expires_at AS expiresAt, revoked_at AS revokedAt,
           last_used_at AS lastUsedAt
         FROM api_tokens WHERE token_hash = ?`,
    ).get(tokenHash) ?? null
  );
}
