import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { restoreTerritory } from '#lib/services/plans/territories.ts';

export const POST = apiRoute<'id' | 'territoryId'>(({ ctx, params }) =>
  restoreTerritory(ctx, params.id, params.territoryId),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
