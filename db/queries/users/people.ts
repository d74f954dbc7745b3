import 'server-only';
import type { Role } from '#lib/permissions/roles.ts';
import type { Connection } from '../../client.ts';

export type PersonRow = {
  id: number;
  email: string;
  name: string;
  role: Role;
  leaderSees: 'team' | 'all';
  repId: number | null;
  repName: string | null;
  isActive: number;
  hasPassword: number;
  inviteExpiresAt: number | null;
  lastSeenAt: number | null;
  isDemo: number;
  version: number;
  createdAt: number;
};

const select = `
  SELECT users.id, users.email, users.name, users.role, leader_sees AS leaderSees, rep_id AS repId,
    reps.name AS repName, users.is_active AS isActive, password_hash IS NOT NULL AS hasPassword,
    invite_expires_at AS inviteExpiresAt, last_seen_at AS lastSeenAt, users.is_demo AS isDemo,
    users.version, users.created_at AS createdAt
  FROM users LEFT JOIN reps ON reps.id = users.rep_id`;

/** Everybody, active people first, by name. */
export function listPeopleRows(connection: Connection): PersonRow[] {
  return connection
    .prepare<[], PersonRow>(`${select} ORDER BY users.is_active DESC, users.name COLLATE NOCASE, users.id`)
    .all();
}

export function findPersonRow(connection: Connection, id: number): PersonRow | null {
  return connection.prepare<[number], PersonRow>(`${select} WHERE users.id = ?`).get(id) ?? null;
}

/** How many active admins there are besides one person. */
export function countOtherAdmins(connection: Connection, id: number): number {
  const row = connection
    .prepare<[number], { n: number }>(
      "SELECT count(*) AS n FROM users WHERE role = 'admin' AND is_active = 1 AND id <> ?",
    )
    .get(id);
  return row?.n ?? 0;
}

/** Reps (no pools) that a person can be linked with: id and name. */
export function listLinkableReps(connection: Connection): { id: number; name: string }[] {
  return connection
    .prepare<[], { id: number; name: string }>(
      "SELECT id, name FROM reps WHERE kind = 'rep' AND archived_at IS NULL ORDER BY name_folded, id",
    )
    .all();
}
