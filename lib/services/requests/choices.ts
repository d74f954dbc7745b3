import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import {
  freeAccounts as findFree,
  holderChoices,
  isFreeAccount,
  slotHolders,
} from '#db/queries/requests/free-accounts.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { RequestChoices } from '#lib/shared/request-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { slots } from '#lib/territories/plan-model.ts';

const MOST_FOUND = 30;

/** What somebody can ask for about one account: its slots, and the names of those who could have it. */
export function requestChoices(ctx: Context, accountId: string): RequestChoices {
  requireCan(ctx.actor, 'requests.ask');
  const { connection } = store();
  const account = requireAskable(ctx, connection, accountId);
  const held = new Map(slotHolders(connection, account.id).map((row) => [row.slot, row]));
  const people = holderChoices(connection);
  const own = people.find(({ id }) => id === ctx.actor.repId);
  const slot = slots.find((item) => slotLabels[item].toLowerCase() === own?.role?.toLowerCase());
  return {
    account: { id: accountId, name: account.name },
    slot: slot ?? 'ae',
    slots: slots.map((item) => {
      const holder = held.get(item);
      return {
        slot: item,
        holder: holder ? { id: toPublicId('rep', holder.repId), name: holder.name } : null,
        isOwn: holder !== undefined && ctx.actor.holderIds.includes(holder.repId),
      };
    }),
    mayWant: own !== undefined,
    colleagues: people
      .filter(({ id }) => id !== ctx.actor.repId)
      .map(({ id, name, kind, role }) => ({
        id: toPublicId('rep', id),
        name,
        role: kind === 'pool' ? 'pool' : role,
      })),
  };
}

/** Accounts that nobody holds, by name: what a rep may ask for beside their own book. */
export function freeAccounts(ctx: Context, text: string) {
  requireCan(ctx.actor, 'requests.ask');
  const items = findFree(store().connection, foldText(text), MOST_FOUND).map((row) => ({
    ...row,
    id: toPublicId('account', row.id),
  }));
  return { items, nextCursor: null };
}

/** An account one may ask about: one within scope, or one that nobody holds. Throws `not_found` and `forbidden`. */
export function requireAskable(
  ctx: Context,
  connection: Connection,
  accountId: string,
): { id: number; name: string } {
  const id = toRowId('account', accountId);
  const account = findAccountInScope(connection, scopeOf(ctx.actor), id);
  if (!account) throw appError('not_found', `There is no account "${accountId}".`);
  if (account.isInScope || isFreeAccount(connection, id)) return { id, name: account.name };
  throw appError(
    'forbidden',
    'This account is in somebody else’s book, so you cannot ask for it here. Talk to your leader.',
  );
}

/** Everybody who can be given an account, by name, for whoever decides. */
export function requestTakers(ctx: Context): { id: string; name: string }[] {
  requireCan(ctx.actor, 'requests.decide');
  return holderChoices(store().connection).map(({ id, name }) => ({ id: toPublicId('rep', id), name }));
}

/** Whether the actor may ask about an account, in their book or, though they may not open it, held by nobody. */
export function mayAskFor(ctx: Context, accountId: string): boolean {
  if (!can(ctx.actor, 'requests.ask')) return false;
  const { connection } = store();
  const id = toRowId('account', accountId);
  return (
    findAccountInScope(connection, scopeOf(ctx.actor), id)?.isInScope === true ||
    isFreeAccount(connection, id)
  );
}
