import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createCustomField } from '#lib/services/fields/create.ts';
import { listCatalog } from '#lib/services/fields/list-catalog.ts';
import { customFieldInput } from '#lib/shared/field-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx }) => ({ items: await listCatalog(ctx), nextCursor: null }));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await createCustomField(ctx, await readJson(customFieldInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
