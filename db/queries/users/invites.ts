import 'server-only';
import type { Connection } from '../../client.ts';

export type Invited = { id: number; name: string; email: string; sessionVersion: number };

/** Who may choose a password with the link of this hash, or null when it is unknown, used or expired. */
export function findInvited(connection: Connection, secretHash: string, now: number): Invited | null {
  const row = connection
    .prepare<[string, number], Invited>(
      `SELECT id, name, email, session_version AS sessionVersion FROM users
       WHERE invite_token_hash = ? AND invite_expires_at > ? AND is_active = 1`,
    )
    .get(secretHash, now);
  return row ?? null;
}

/** Keeps the hash of a person's link; an older link ends. */
export function keepInvite(
  connection: Connection,
  userId: number,
  invite: { secretHash: string; expiresAt: number },
): void {
  connection
    .prepare('UPDATE users SET invite_token_hash = ?, invite_expires_at = ? WHERE id = ?')
    .run(invite.secretHash, invite.expiresAt, userId);
}
