import { store } from '#db/client.ts';
import { countAccounts, segmentsGivingTiers, tierFigures } from '#db/queries/tiers/tier-figures.ts';
import { listTierRows } from '#db/queries/tiers/tier-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { TierList } from '#lib/shared/tier-shapes.ts';
import { requireTier, tierView } from './tier-view.ts';

/** Tiers in force, highest first, with the segments that give them and the accounts (in scope) that have them. */
export function listTiers(ctx: Context): TierList {
  requireCan(ctx.actor, 'tiers.read');
  const { connection } = store();
  const scope = scopeOf(ctx.actor);
  const figures = tierFigures(connection, scope);
  const giving = segmentsGivingTiers(connection);
  const items = listTierRows(connection).map((row) => ({
    ...tierView(row),
    ...(figures.get(row.id) ?? { accounts: 0, ownAccounts: 0 }),
    segments: giving
      .filter((segment) => segment.tierId === row.id)
      .map(({ id, name, status }) => ({ id: toPublicId('segment', id), name, status })),
  }));
  const totalAccounts = countAccounts(connection, scope);
  const withTier = items.reduce((sum, tier) => sum + tier.accounts, 0);
  return { items, nextCursor: null, totalAccounts, withoutTier: totalAccounts - withTier };
}

/** One tier with its figures; throws `not_found`. */
export function getTier(ctx: Context, id: string): TierList['items'][number] {
  const tier = listTiers(ctx).items.find((item) => item.id === id);
  if (tier) return tier;
  const archived = requireTierView(id);
  return { ...archived, accounts: 0, ownAccounts: 0, segments: [] };
}

function requireTierView(id: string) {
  return tierView(requireTier(store().connection, id, { archived: true }));
}
