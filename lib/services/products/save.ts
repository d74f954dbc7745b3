import 'server-only';
import { type Connection, store } from '#db/client.ts';
import {
  deleteProduct,
  findProductNamed,
  insertProduct,
  updateProduct,
} from '#db/queries/products/product-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Product, ProductInput } from '#lib/shared/stage-shapes.ts';
import { productView, requireProduct } from './list.ts';

/** Adds a product; throws `conflict` when the name is taken. */
export async function createProduct(ctx: Context, input: ProductInput): Promise<Product> {
  requireCan(ctx.actor, 'stages.manage');
  const rowId = await write(ctx, (tx) => {
    requireFreeName(tx.connection, input.name, 0);
    const id = insertProduct(tx.connection, input);
    tx.audit({
      action: 'product.create',
      entity: 'product',
      recordId: id,
      summary: `Added the product “${input.name}”.`,
      after: input,
    });
    tx.changed({ entity: 'product', recordId: id, op: 'create' });
    return id;
  });
  return productView(requireProduct(store().connection, toPublicId('product', rowId)));
}

/** Changes a product. Deals keep the name they came with; they are joined with the product by its row. */
export async function saveProduct(ctx: Context, id: string, input: ProductInput): Promise<Product> {
  requireCan(ctx.actor, 'stages.manage');
  await write(ctx, (tx) => {
    const before = requireProduct(tx.connection, id);
    requireFreeName(tx.connection, input.name, before.id);
    updateProduct(tx.connection, before.id, input);
    tx.audit({
      action: 'product.edit',
      entity: 'product',
      recordId: before.id,
      summary: `Changed the product “${input.name}”.`,
      before: productView(before),
      after: input,
    });
    tx.changed({ entity: 'product', recordId: before.id, op: 'update' });
  });
  return productView(requireProduct(store().connection, id));
}

/** Removes a product that no deal uses. */
export async function removeProduct(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'stages.manage');
  await write(ctx, (tx) => {
    const before = requireProduct(tx.connection, id);
    if (before.deals > 0) {
      throw appError(
        'invalid',
        `“${before.name}” cannot be removed, because ${before.deals} deals are for it.`,
      );
    }
    deleteProduct(tx.connection, before.id);
    tx.audit({
      action: 'product.remove',
      entity: 'product',
      recordId: before.id,
      summary: `Removed the product “${before.name}”.`,
      before: productView(before),
    });
    tx.changed({ entity: 'product', recordId: before.id, op: 'delete' });
  });
}

function requireFreeName(connection: Connection, name: string, exceptId: number): void {
  if (findProductNamed(connection, name, exceptId) === null) return;
  const message = `There is a product “${name}” already.`;
  throw appError('conflict', message, { issues: [{ path: '/name', code: 'taken', message }] });
}
