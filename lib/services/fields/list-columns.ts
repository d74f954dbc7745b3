import 'server-only';
import { store } from '#db/client.ts';
import { customColumns } from '#db/queries/fields/custom-values.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';

/** The own fields of accounts or contacts, as columns of their files. */
export function listCustomColumns(ctx: Context, entity: 'account' | 'contact'): CustomColumn[] {
  requireCan(ctx.actor, 'accounts.read');
  return customColumns(store().connection, entity);
}
