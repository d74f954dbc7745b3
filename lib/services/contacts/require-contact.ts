import type { Connection } from '#db/client.ts';
import { findContactForScope } from '#db/queries/contacts/contact-for-scope.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';

/** The contact behind a public id, not archived; throws `not_found`, and `forbidden` outside the actor's scope. */
export function requireContact(
  ctx: Context,
  connection: Connection,
  id: string,
): { id: number; name: string } {
  const rowId = toRowId('contact', id);
  const contact = findContactForScope(connection, scopeOf(ctx.actor), rowId);
  if (!contact) throw appError('not_found', `There is no contact "${id}".`);
  if (!contact.isInScope) throw appError('forbidden', `${contact.name} is not in your book.`);
  return { id: rowId, name: contact.name };
}
