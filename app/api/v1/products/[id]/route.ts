import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { removeProduct, saveProduct } from '#lib/services/products/save.ts';
import { productInput } from '#lib/shared/stage-shapes.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  saveProduct(ctx, params.id, await readJson(productInput)),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeProduct(ctx, params.id));

export const { GET, POST, PATCH, OPTIONS } = otherMethods('PUT', 'DELETE');
