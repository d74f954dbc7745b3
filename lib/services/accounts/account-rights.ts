import 'server-only';
import { store } from '#db/client.ts';
import { accountsOutsideScope } from '#db/queries/accounts/scope-filter.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { mayAskFor } from '#lib/services/requests/choices.ts';
import { toRowId } from '#lib/shared/ids.ts';

/**
 * What the actor may do with an account that they may see, for its page to offer no more. Whoever only keeps a deal of
 * it sees it and logs work on it; why it is where it is, its tier and who should hold it are for those whose book it is in.
 */
export function accountRights(ctx: Context, id: string) {
  const isInBook =
    accountsOutsideScope(store().connection, scopeOf(ctx.actor), [toRowId('account', id)]) === 0;
  const mayReadPlan = can(ctx.actor, 'plans.read');
  return {
    edit: isInBook && can(ctx.actor, 'accounts.edit'),
    archive: can(ctx.actor, 'accounts.create'),
    log: can(ctx.actor, 'activities.log'),
    explain: isInBook,
    seePlan: isInBook && mayReadPlan,
    /** Only keeps a deal of it. */
    keepsDeal: !isInBook && mayReadPlan,
    setTier: isInBook && can(ctx.actor, 'tiers.assign'),
    ask: mayAskFor(ctx, id),
  };
}
