import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { TierDemand } from '#lib/territories/capacity/demand.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

/**
 * Accounts within scope by tier, highest first, tiers without accounts included: all of them, or only those that
 * somebody holds now in one slot, or in a draft (`heldIds`, found within scope); and how many of those have no tier and so ask for nothing.
 */
export function tierDemand(
  connection: Connection,
  { scope, heldIn, heldIds }: { scope: Scope; heldIn: Slot | null; heldIds?: readonly number[] },
): { tiers: TierDemand[]; withoutTier: number } {
  const inScope = scopeFilter(heldIds ? { all: true } : scope, 'a.id');
  const held = heldIds
    ? 'a.id IN (SELECT value FROM json_each(?))'
    : heldIn === null
      ? '1'
      : 'EXISTS (SELECT 1 FROM assignments h WHERE h.account_id = a.id AND h.to_at IS NULL AND h.slot = ?)';
  const which = heldIds ? [JSON.stringify(heldIds)] : heldIn === null ? [] : [heldIn];
  const params = [...which, ...inScope.params];
  const where = `a.archived_at IS NULL AND ${held} AND ${inScope.sql}`;
  const counts = new Map(
    connection
      .prepare<unknown[], { tierId: number | null; accounts: number }>(
        `SELECT x.tier_id AS tierId, count(*) AS accounts FROM accounts a
         LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
         WHERE ${where} GROUP BY x.tier_id`,
      )
      .all(...params)
      .map((row) => [row.tierId, row.accounts]),
  );
  const tiers = connection
    .prepare<[], Omit<TierDemand, 'accounts'>>(
      `SELECT id AS tierId, name, rank, touches_from AS touchesFrom, touches_to AS touchesTo,
         max_accounts_per_rep AS capAccounts FROM tiers WHERE archived_at IS NULL ORDER BY rank, id`,
    )
    .all()
    .map((tier) => ({ ...tier, accounts: counts.get(tier.tierId) ?? 0 }));
  return { tiers, withoutTier: counts.get(null) ?? 0 };
}
