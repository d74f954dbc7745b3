import { store } from '#db/client.ts';
import { accountsOutsideScope } from '#db/queries/accounts/scope-filter.ts';
import { ownTiersOf, setOwnTier } from '#db/queries/tiers/account-tiers.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { refreshTiersOf } from './effective-tiers.ts';
import { requireTier } from './tier-view.ts';

export type TierAssignment = {
  accountIds: string[];
  tierId: string | null;
  /** Leaves out accounts whose own tier is another one by now; for taking an assignment back. */
  ifTierId?: string | null | undefined;
  reason?: string | undefined;
};

/** How many got another own tier, and which they had before, for taking it back. */
export type TierChange = { changed: number; before: { tierId: string | null; accountIds: string[] }[] };

/**
 * Sets (or with null takes away) the own tier of accounts, which wins over their segments' tiers, and brings their
 * effective tiers up to date in the same write. All or nothing: an unknown account or one out of scope refuses all.
 */
export async function assignTierToAccounts(
  ctx: Context,
  { accountIds, tierId, ifTierId, reason }: TierAssignment,
): Promise<TierChange> {
  requireCan(ctx.actor, 'tiers.assign');
  const { connection } = store();
  const tier = tierId === null ? null : requireTier(connection, tierId);
  const ids = [...new Set(accountIds.map((id) => toRowId('account', id)))];
  const known = ownTiersOf(connection, ids);
  const missing = ids.find((id) => !known.some((account) => account.accountId === id));
  if (missing !== undefined) {
    throw appError('not_found', `There is no account "${toPublicId('account', missing)}".`);
  }
  if (accountsOutsideScope(connection, scopeOf(ctx.actor), ids) > 0) {
    throw appError('forbidden', 'Some of these accounts are not in your book.');
  }
  const expected = typeof ifTierId === 'string' ? toRowId('tier', ifTierId) : ifTierId;
  const touched = known.filter(
    ({ ownTierId }) => ownTierId !== (tier?.id ?? null) && (expected === undefined || ownTierId === expected),
  );
  if (touched.length === 0) return { changed: 0, before: [] };
  await write(ctx, (tx) => {
    const rowIds = touched.map((account) => account.accountId);
    setOwnTier(tx.connection, rowIds, tier?.id ?? null, ctx.now);
    refreshTiersOf(tx, rowIds, ctx.now);
    const [only] = touched;
    const whom = touched.length === 1 && only ? `"${only.name}"` : `${touched.length} accounts`;
    tx.audit({
      action: 'tier.assign',
      entity: 'account',
      recordId: touched.length === 1 ? (only?.accountId ?? null) : null,
      summary: tier ? `Gave ${whom} the tier "${tier.name}".` : `Took the own tier from ${whom}.`,
      before: touched.map(({ accountId, ownTierId }) => ({ accountId, ownTierId })),
      after: { tierId: tier?.id ?? null },
      ...(reason === undefined ? {} : { reason }),
    });
    for (const recordId of rowIds.slice(0, 500)) {
      tx.changed({ entity: 'account', recordId, accountId: recordId, op: 'update' });
    }
    if (rowIds.length > 500) tx.changed({ entity: 'account', recordId: null, op: 'bulk' });
  });
  const before = Map.groupBy(touched, (account) => account.ownTierId);
  return {
    changed: touched.length,
    before: [...before].map(([ownTierId, accounts]) => ({
      tierId: ownTierId === null ? null : toPublicId('tier', ownTierId),
      accountIds: accounts.map(({ accountId }) => toPublicId('account', accountId)),
    })),
  };
}
