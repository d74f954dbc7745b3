import type { Connection } from '#db/client.ts';
import { findAccountHead } from '#db/queries/accounts/account-head.ts';
import { accountsOutsideScope, findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import { keepsDealOf } from '#db/queries/holdovers/holdover-rows.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';

/**
 * The account behind a public id; throws `not_found`, also for one in the Trash unless `inTrash`, and `forbidden`
 * outside the actor's scope. Whoever keeps a deal of the account may see it and log work on it, not change it or its
 * contacts (`toChange`).
 */
export function requireAccount(
  ctx: Context,
  connection: Connection,
  id: string,
  options: { inTrash?: boolean; toChange?: boolean } = {},
): { id: number; name: string } {
  const rowId = toRowId('account', id);
  const scope = scopeOf(ctx.actor);
  const account = options.inTrash ? inTrashToo() : findAccountInScope(connection, scope, rowId);
  if (!account) throw appError('not_found', `There is no account "${id}".`);
  if (!account.isInScope && (options.toChange || !keepsDealOf(connection, scope, rowId)))
    throw appError('forbidden', `"${account.name}" is not in your book.`);
  return { id: rowId, name: account.name };

  function inTrashToo() {
    const head = findAccountHead(connection, rowId);
    return head && { name: head.name, isInScope: accountsOutsideScope(connection, scope, [rowId]) === 0 };
  }
}
