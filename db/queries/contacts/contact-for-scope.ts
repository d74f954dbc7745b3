import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

/** Whether the contact exists (not archived), and whether its account is within scope. */
export function findContactForScope(
  connection: Connection,
  scope: Scope,
  contactId: number,
): { name: string; isInScope: boolean } | null {
  const inScope = scopeFilter(scope, 'c.account_id');
  const row = connection
    .prepare<unknown[], { name: string | null; inScope: number }>(
      `SELECT c.name, ${inScope.sql} AS inScope FROM contacts c WHERE c.id = ? AND c.archived_at IS NULL`,
    )
    .get(...inScope.params, contactId);
  return row ? { name: row.name ?? '(no name)', isInScope: row.inScope === 1 } : null;
}

/** Whether a contact stands at this account and is not archived. */
export function contactOfAccount(connection: Connection, contactId: number, accountId: number): boolean {
  return (
    connection
      .prepare('SELECT 1 FROM contacts WHERE id = ? AND account_id = ? AND archived_at IS NULL')
      .get(contactId, accountId) !== undefined
  );
}
