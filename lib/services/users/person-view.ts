import 'server-only';
import type { Connection } from '#db/client.ts';
import { findPersonRow, type PersonRow } from '#db/queries/users/people.ts';
import { isLinkableRep } from '#db/queries/users/save-user.ts';
import type { Person } from '#lib/permissions/people-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { parsePublicId, toPublicId, toRowId } from '#lib/shared/ids.ts';

export function personView(row: PersonRow): Person {
  const isActive = row.isActive === 1;
  return {
    id: toPublicId('user', row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    leaderSees: row.leaderSees,
    repId: row.repId === null ? null : toPublicId('rep', row.repId),
    repName: row.repName,
    isActive,
    state: !isActive
      ? 'deactivated'
      : row.hasPassword === 0 && row.inviteExpiresAt !== null
        ? 'invited'
        : 'active',
    isDemo: row.isDemo === 1,
    lastSeenAt: row.lastSeenAt,
    version: row.version,
  };
}

export function requirePerson(connection: Connection, id: string): PersonRow {
  const row = findPersonRow(connection, toRowId('user', id));
  if (!row) throw appError('not_found', `There is no person "${id}".`);
  return row;
}

/** Row id of a rep that a person may be linked with; throws `invalid` for a pool or an unknown one. */
export function linkableRepId(connection: Connection, id: string | null): number | null {
  if (id === null) return null;
  const rowId = parsePublicId('rep', id) ?? 0;
  if (isLinkableRep(connection, rowId)) return rowId;
  const message = 'Choose a rep from the list.';
  throw appError('invalid', message, { issues: [{ path: '/repId', code: 'unknown', message }] });
}
