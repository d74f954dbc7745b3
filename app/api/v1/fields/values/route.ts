import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listFieldValues } from '#lib/services/fields/list-values.ts';
import { lookUpValues } from '#lib/services/fields/look-up-values.ts';
import { valueLookupInput, valuesQuery } from '#lib/shared/segment-queries.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => ({
  items: await listFieldValues(ctx, readQuery(valuesQuery), request.signal),
  nextCursor: null,
}));

export const POST = apiRoute(async ({ ctx, request, readJson }) => ({
  items: await lookUpValues(ctx, await readJson(valueLookupInput), request.signal),
}));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
