import { apiRoute } from '#lib/http/api-route.ts';
import { restoreTerritory } from '#lib/services/plans/territories.ts';

export const POST = apiRoute<'id' | 'territoryId'>(({ ctx, params }) =>
  restoreTerritory(ctx, params.id, params.territoryId),
);
