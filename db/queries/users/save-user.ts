import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

export type NewUser = {
  email: string;
  name: string;
  role: Role;
  leaderSees: 'team' | 'all';
  repId: number | null;
  passwordHash: string | null;
};

export function insertUser(connection: Connection, user: NewUser, now: number): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO users (email, email_folded, name, role, leader_sees, rep_id, password_hash, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      user.email,
      foldText(user.email),
      user.name,
      user.role,
      user.leaderSees,
      user.repId,
      user.passwordHash,
      now,
      now,
    );
  return Number(lastInsertRowid);
}

export function isEmailTaken(connection: Connection, emailFolded: string): boolean {
  return connection.prepare('SELECT 1 FROM users WHERE email_folded = ?').get(emailFolded) !== undefined;
}

export type UserChange = {
  name: string;
  role: Role;
  leaderSees: 'team' | 'all';
  repId: number | null;
  isActive: number;
};

export function updateUser(connection: Connection, id: number, user: UserChange, now: number): void {
  connection
    .prepare(
      `UPDATE users SET name = ?, role = ?, leader_sees = ?, rep_id = ?, is_active = ?, version = version + 1,
         updated_at = ? WHERE id = ?`,
    )
    .run(user.name, user.role, user.leaderSees, user.repId, user.isActive, now, id);
}

/** A raised session version ends every session that carries an older one. */
export function endSessions(connection: Connection, id: number): void {
  connection.prepare('UPDATE users SET session_version = session_version + 1 WHERE id = ?').run(id);
}

/** A new password ends the link by which it was set. */
export function setPassword(connection: Connection, id: number, passwordHash: string, now: number): void {
  connection
    .prepare(
      `UPDATE users SET password_hash = ?, invite_token_hash = NULL, invite_expires_at = NULL,
         version = version + 1, updated_at = ? WHERE id = ?`,
    )
    .run(passwordHash, now, id);
}

export function noteSignIn(connection: Connection, id: number, now: number): void {
  connection.prepare('UPDATE users SET last_seen_at = ? WHERE id = ?').run(now, id);
}

/** Whether a row id names a rep (no pool) that a person can be linked with. */
export function isLinkableRep(connection: Connection, repId: number): boolean {
  return (
    connection
      .prepare("SELECT 1 FROM reps WHERE id = ? AND kind = 'rep' AND archived_at IS NULL")
      .get(repId) !== undefined
  );
}
