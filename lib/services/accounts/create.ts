import 'server-only';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { cellsOf, type Cells, insertRecord, refreshFamily } from '#db/queries/records/write-record.ts';
import { accountsLike } from '#db/queries/accounts/same-accounts.ts';
import { write } from '#db/write.ts';
import { identifiesAccount } from '#lib/imports/identify.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { planEdit } from '#lib/services/records/plan-edit.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { Account, RecordChange } from '#lib/shared/account-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { applyAccountChange } from './change-account.ts';
import { getAccount } from './get.ts';

/**
 * Makes an account from field values; it needs a name. One with the same web domain or CRM id is `conflict`, so that
 * nobody is stored twice.
 */
export async function createAccount(ctx: Context, values: RecordChange): Promise<Account> {
  requireCan(ctx.actor, 'accounts.create');
  const id = await write(ctx, (tx) => {
    const { connection } = tx;
    const catalog = loadCatalog(connection);
    const { name, domain, externalId, ...rest } = values;
    if (typeof name !== 'string' || name.trim() === '') {
      const message = 'Give the account a name.';
      throw appError('invalid', message, { issues: [{ path: '/name', code: 'blank', message }] });
    }
    const identity = planEdit(connection, catalog, 'account', {
      name,
      ...(domain === undefined ? {} : { domain }),
      ...(externalId === undefined ? {} : { externalId }),
    });
    const cells: Cells = {};
    for (const { field, value } of identity)
      Object.assign(cells, cellsOf(connection, 'account', field, value));
    requireNew(cells);
    const rowId = insertRecord(connection, 'account', cells, ctx.now);
    refreshFamily(connection, rowId);
    tx.audit({
      action: 'account.create',
      entity: 'account',
      recordId: rowId,
      summary: `Made the account "${name.trim()}".`,
      after: values,
    });
    tx.changed({ entity: 'account', recordId: rowId, accountId: rowId, op: 'create' });
    applyAccountChange(ctx, tx, { id: rowId, name: name.trim() }, { ...rest, name });
    refreshSegmentsLater(tx);
    return rowId;

    function requireNew({ domain: given, external_id: crmId }: Cells): void {
      const key = typeof given === 'string' && identifiesAccount(given) ? given : null;
      const [same] = accountsLike(connection, key, typeof crmId === 'string' ? crmId : null);
      if (!same) return;
      const where = same.isArchived ? ' in the Trash' : '';
      throw appError('conflict', `"${same.name}"${where} has this web domain or CRM id already.`, {
        current: { id: toPublicId('account', same.id), name: same.name },
      });
    }
  });
  return getAccount(ctx, toPublicId('account', id));
}
