import 'server-only';
import { store } from '#db/client.ts';
import { countAccounts } from '#db/queries/tiers/tier-figures.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';

/** Whether the actor can see any account at all; empty pages lead to the first import where there is none. */
export function hasAnyAccount(ctx: Context): boolean {
  requireCan(ctx.actor, 'accounts.read');
  return countAccounts(store().connection, scopeOf(ctx.actor)) > 0;
}
