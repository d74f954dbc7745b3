import 'server-only';
import { findAccountHead } from '#db/queries/accounts/account-head.ts';
import { setArchived } from '#db/queries/records/write-record.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { Account } from '#lib/shared/account-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { getAccount } from './get.ts';
import { requireAccount } from './require-account.ts';

/** Moves an account to the Trash: it leaves all lists and counts, and can be restored for 30 days. */
export async function archiveAccount(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'accounts.create');
  await write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, id);
    setArchived(tx.connection, 'account', account.id, ctx.now, ctx.now);
    tx.audit({
      action: 'account.archive',
      entity: 'account',
      recordId: account.id,
      summary: `Moved the account "${account.name}" to the Trash.`,
    });
    tx.changed({ entity: 'account', recordId: account.id, accountId: account.id, op: 'delete' });
    refreshSegmentsLater(tx);
  });
}

/** Brings an account back from the Trash. */
export async function restoreAccount(ctx: Context, id: string): Promise<Account> {
  requireCan(ctx.actor, 'accounts.create');
  const rowId = toRowId('account', id);
  await write(ctx, (tx) => {
    const head = findAccountHead(tx.connection, rowId);
    if (!head) throw appError('not_found', `There is no account "${id}".`);
    if (head.archivedAt === null) return;
    setArchived(tx.connection, 'account', rowId, null, ctx.now);
    tx.audit({
      action: 'account.restore',
      entity: 'account',
      recordId: rowId,
      summary: `Restored the account "${head.name}" from the Trash.`,
    });
    tx.changed({ entity: 'account', recordId: rowId, accountId: rowId, op: 'create' });
    refreshSegmentsLater(tx);
  });
  return getAccount(ctx, id);
}
