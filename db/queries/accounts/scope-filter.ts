import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';

/** SQL that is true for the account ids in `column` that a scope reaches, with its positional parameters. */
export function scopeFilter(scope: Scope, column: string): { sql: string; params: string[] } {
  if (scope.all) return { sql: '1', params: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM assignments scoped WHERE scoped.account_id = ${column} AND scoped.to_at IS NULL
      AND scoped.rep_id IN (SELECT value FROM json_each(?)))`,
    params: [JSON.stringify(scope.repIds)],
  };
}

/** Whether the account exists (not archived), and whether it is within scope. */
export function findAccountInScope(
  connection: Connection,
  scope: Scope,
  accountId: number,
): { name: string; isInScope: boolean } | null {
  const inScope = scopeFilter(scope, 'a.id');
  const row = connection
    .prepare<unknown[], { name: string; inScope: number }>(
      `SELECT a.name, ${inScope.sql} AS inScope FROM accounts a WHERE a.id = ? AND a.archived_at IS NULL`,
    )
    .get(...inScope.params, accountId);
  return row ? { name: row.name, isInScope: row.inScope === 1 } : null;
}

/** How many of these accounts lie outside a scope. */
export function accountsOutsideScope(
  connection: Connection,
  scope: Scope,
  accountIds: readonly number[],
): number {
  const inScope = scopeFilter(scope, 'a.id');
  return (
    connection
      .prepare<unknown[], number>(
        `SELECT count(*) FROM accounts a WHERE a.id IN (SELECT value FROM json_each(?)) AND NOT (${inScope.sql})`,
      )
      .pluck()
      .get(JSON.stringify(accountIds), ...inScope.params) ?? 0
  );
}
