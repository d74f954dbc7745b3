import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { orderTerritories } from '#lib/services/plans/territories.ts';
import { territoryOrderSchema } from '#lib/shared/plan-shapes.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, request, readJson }) => {
  const { territoryIds } = await readJson(territoryOrderSchema);
  await orderTerritories(ctx, params.id, territoryIds, readIfMatch(request));
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods('PUT');
