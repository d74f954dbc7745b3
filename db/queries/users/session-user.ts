import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import type { Connection } from '../../client.ts';
import { prepared } from '../../kept.ts';

export type SessionUser = {
  id: number;
  email: string;
  name: string;
  role: Role;
  leaderSees: 'team' | 'all';
  repId: number | null;
  passwordHash: string | null;
  sessionVersion: number;
  isActive: number;
};

const columns = `id, email, name, role, leader_sees AS leaderSees, rep_id AS repId, password_hash AS passwordHash,
  session_version AS sessionVersion, is_active AS isActive`;

export function findSessionUser(connection: Connection, userId: number): SessionUser | null {
  return (
    prepared<[number], SessionUser>(connection, `SELECT ${columns} FROM users WHERE id = ?`).get(userId) ??
    null
  );
}

/** By folded e-mail address. */
export function findSessionUserByEmail(connection: Connection, emailFolded: string): SessionUser | null {
  return (
    connection
      .prepare<[string], SessionUser>(`SELECT ${columns} FROM users WHERE email_folded = ?`)
      .get(emailFolded) ?? null
  );
}

/** Whether anybody exists yet: before the first user, the set-up page is open. */
export function hasUsers(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM users LIMIT 1').get() !== undefined;
}
