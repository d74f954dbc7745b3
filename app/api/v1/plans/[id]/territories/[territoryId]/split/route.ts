import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { splitTerritory } from '#lib/services/plans/split-territory.ts';
import { splitInputSchema } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id' | 'territoryId'>(async ({ ctx, params, readJson }) => {
  const { slot } = await readJson(splitInputSchema);
  return splitTerritory(ctx, params.id, params.territoryId, slot);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
