import type { Connection } from '#db/client.ts';
import { findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';

/** The account behind a public id, not archived; throws `not_found`, and `forbidden` outside the actor's scope. */
export function requireAccount(
  ctx: Context,
  connection: Connection,
  id: string,
): { id: number; name: string } {
  const rowId = toRowId('account', id);
  const account = findAccountInScope(connection, scopeOf(ctx.actor), rowId);
  if (!account) throw appError('not_found', `There is no account "${id}".`);
  if (!account.isInScope) throw appError('forbidden', `"${account.name}" is not in your book.`);
  return { id: rowId, name: account.name };
}
