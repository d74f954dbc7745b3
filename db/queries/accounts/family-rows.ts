import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from './scope-filter.ts';

export type FamilyRow = { id: number; name: string; inScope: number };

const LIMIT = 200;

/** Some accounts by row id, with whether they are within scope. */
export function familyMembers(connection: Connection, scope: Scope, ids: readonly number[]): FamilyRow[] {
  const inScope = scopeFilter(scope, 'a.id');
  return connection
    .prepare<unknown[], FamilyRow>(
      `SELECT a.id, a.name, ${inScope.sql} AS inScope FROM accounts a
       WHERE a.id IN (SELECT value FROM json_each(?)) AND a.archived_at IS NULL`,
    )
    .all(...inScope.params, JSON.stringify(ids));
}

/** The direct subsidiaries of an account, by name. */
export function childRows(connection: Connection, scope: Scope, accountId: number): FamilyRow[] {
  const inScope = scopeFilter(scope, 'a.id');
  return connection
    .prepare<unknown[], FamilyRow>(
      `SELECT a.id, a.name, ${inScope.sql} AS inScope FROM accounts a
       WHERE a.parent_id = ? AND a.archived_at IS NULL ORDER BY a.name_folded, a.id LIMIT ${LIMIT}`,
    )
    .all(...inScope.params, accountId);
}

/** How many accounts a family has; the root counts itself. */
export function familySize(connection: Connection, familyId: number | null): number {
  if (familyId === null) return 1;
  return (
    connection
      .prepare<[number], number>('SELECT count(*) FROM accounts WHERE family_id = ? AND archived_at IS NULL')
      .pluck()
      .get(familyId) ?? 1
  );
}
