import 'server-only';
import { carve } from '#lib/territories/carve.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { Connection } from '../../client.ts';
import { planAccounts } from './kept-accounts.ts';
import { planOfVersion, publishedPlan } from './published-plan.ts';

/** Accounts that came after the plan was published and that nobody has placed or given to anybody yet. */
export function newAccountIds(connection: Connection, sinceAt: number): number[] {
  return connection
    .prepare<[number], number>(
      `SELECT a.id FROM accounts a WHERE a.archived_at IS NULL AND a.created_at >= ?
         AND NOT EXISTS (SELECT 1 FROM placements p WHERE p.account_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM assignments s WHERE s.account_id = a.id)
       ORDER BY a.id`,
    )
    .pluck()
    .all(sinceAt);
}

/** Where the plan in force puts new accounts, and with whom; present books count towards even shares. */
export function placeNew(
  connection: Connection,
  { members, accountIds }: { members: Record<number, ArrayLike<number>>; accountIds: number[] },
): Move[] {
  const version = publishedPlan(connection);
  if (!version) return [];
  const carved = carve(planAccounts(connection), planOfVersion(connection, version, members));
  const wanted = new Set(accountIds);
  return carved.moves.filter((move) => wanted.has(move.accountId) && move.toTerritoryId !== null);
}
