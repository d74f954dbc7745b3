import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { findContactHead } from '#db/queries/contacts/contact-head.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { recordFields } from '#lib/services/records/record-fields.ts';
import type { Contact } from '#lib/shared/contact-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

/** One contact with all its fields; archived ones too. Throws `not_found`, `forbidden`. */
export function getContact(ctx: Context, id: string): Contact {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const rowId = toRowId('contact', id);
  const head = findContactHead(connection, scopeOf(ctx.actor), rowId);
  if (!head) throw appError('not_found', `There is no contact "${id}".`);
  if (head.inScope !== 1) throw appError('forbidden', `${head.name ?? 'This contact'} is not in your book.`);
  return {
    id,
    name: head.name,
    version: head.version,
    account:
      head.accountId === null
        ? null
        : { id: toPublicId('account', head.accountId), name: head.accountName ?? '' },
    isReachable: head.reachable === 1,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
    archivedAt: head.archivedAt,
    fields: recordFields(connection, loadCatalog(connection), 'contact', rowId)?.fields ?? [],
  };
}
