import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listProducts } from '#lib/services/products/list.ts';
import { createProduct } from '#lib/services/products/save.ts';
import { productInput } from '#lib/shared/stage-shapes.ts';

export const GET = apiRoute(({ ctx }) => listProducts(ctx));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(await createProduct(ctx, await readJson(productInput)), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
