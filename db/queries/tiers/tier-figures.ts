import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { whileUnchanged } from '../../kept.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export type TierFigures = { accounts: number; ownAccounts: number };

/** Accounts within scope that have each tier now, and how many of them by their own setting, by tier row id. */
export function tierFigures(connection: Connection, scope: Scope): ReadonlyMap<number, TierFigures> {
  return forEverybody(connection, 'tier figures', scope, () => readFigures(connection, scope));
}

/** Of all accounts it takes a while, and many people ask for the same: kept until something changes. */
function forEverybody<T>(connection: Connection, name: string, scope: Scope, read: () => T): T {
  return scope.all ? whileUnchanged(connection, name, read) : read();
}

function readFigures(connection: Connection, scope: Scope): ReadonlyMap<number, TierFigures> {
  const inScope = scopeFilter(scope, 'a.id');
  const rows = connection
    .prepare<unknown[], TierFigures & { tierId: number }>(
      `SELECT x.tier_id AS tierId, count(*) AS accounts, sum(x.cause = 'account') AS ownAccounts
       FROM account_tiers x JOIN accounts a ON a.id = x.account_id AND a.archived_at IS NULL
       WHERE x.to_at IS NULL AND ${inScope.sql} GROUP BY x.tier_id`,
    )
    .all(...inScope.params);
  return new Map(rows.map(({ tierId, ...figures }) => [tierId, figures]));
}

/** Segments that give a tier (not in the Trash), by name. */
export function segmentsGivingTiers(
  connection: Connection,
): { id: number; name: string; status: string; tierId: number }[] {
  return connection
    .prepare<[], { id: number; name: string; status: string; tierId: number }>(
      `SELECT id, name, status, tier_id AS tierId FROM segments
       WHERE tier_id IS NOT NULL AND archived_at IS NULL ORDER BY name_folded`,
    )
    .all();
}

/** Accounts that are not archived, within scope. Everybody's are counted from indexes: all, less the archived ones. */
export function countAccounts(connection: Connection, scope: Scope): number {
  const inScope = scopeFilter(scope, 'a.id');
  const read = () =>
    connection
      .prepare<unknown[], number>(
        scope.all
          ? 'SELECT (SELECT count(*) FROM accounts) - (SELECT count(*) FROM accounts WHERE archived_at IS NOT NULL)'
          : `SELECT count(*) FROM accounts a WHERE a.archived_at IS NULL AND ${inScope.sql}`,
      )
      .pluck()
      .get(...inScope.params) ?? 0;
  return forEverybody(connection, 'accounts', scope, read);
}
