import 'server-only';
import { store } from '#db/client.ts';
import { listCustomFieldRows } from '#db/queries/fields/custom-field-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { CustomFieldView } from '#lib/shared/field-shapes.ts';
import { customFieldView } from './custom-field-view.ts';

/** The workspace's own fields, with how many records have a value and which segments ask for them. */
export function listCustomFields(ctx: Context): { items: CustomFieldView[]; nextCursor: null } {
  requireCan(ctx.actor, 'settings.read');
  const { connection } = store();
  return {
    items: listCustomFieldRows(connection).map((row) => customFieldView(connection, row)),
    nextCursor: null,
  };
}
