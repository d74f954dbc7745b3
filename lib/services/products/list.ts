import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { findProductRow, listProductRows, type ProductRow } from '#db/queries/products/product-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Product } from '#lib/shared/stage-shapes.ts';

/** The product table by name. */
export function listProducts(ctx: Context): { items: Product[]; nextCursor: null } {
  requireCan(ctx.actor, 'settings.read');
  return { items: listProductRows(store().connection).map(productView), nextCursor: null };
}

export function productView({ id, ...row }: ProductRow): Product {
  return { id: toPublicId('product', id), ...row };
}

export function requireProduct(connection: Connection, id: string): ProductRow {
  const row = findProductRow(connection, toRowId('product', id));
  if (!row) throw appError('not_found', `There is no product "${id}".`);
  return row;
}
