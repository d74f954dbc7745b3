import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export type ContactHead = {
  name: string | null;
  accountId: number | null;
  accountName: string | null;
  reachable: number;
  version: number;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  inScope: number;
};

/** A contact's own row with its account, archived ones too, and whether it is within scope. */
export function findContactHead(connection: Connection, scope: Scope, id: number): ContactHead | null {
  const inScope = scopeFilter(scope, 'c.account_id');
  return (
    connection
      .prepare<unknown[], ContactHead>(
        `SELECT c.name, a.id AS accountId, a.name AS accountName, c.reachable, c.version, c.created_at AS createdAt,
           c.updated_at AS updatedAt, c.archived_at AS archivedAt, ${inScope.sql} AS inScope
         FROM contacts c LEFT JOIN accounts a ON a.id = c.account_id WHERE c.id = ?`,
      )
      .get(...inScope.params, id) ?? null
  );
}
