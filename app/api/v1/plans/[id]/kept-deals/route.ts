import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { keepDeals } from '#lib/services/plans/kept-deals.ts';
import { keepDealsInput } from '#lib/shared/holdover-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  keepDeals(ctx, params.id, await readJson(keepDealsInput)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
