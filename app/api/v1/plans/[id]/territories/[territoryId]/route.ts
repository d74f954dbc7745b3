import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { archiveTerritory, editTerritory } from '#lib/services/plans/territories.ts';
import { territoryChangeSchema } from '#lib/shared/plan-shapes.ts';

export const PATCH = apiRoute<'id' | 'territoryId'>(async ({ ctx, params, request, readJson }) =>
  editTerritory(
    ctx,
    params.id,
    params.territoryId,
    await readJson(territoryChangeSchema),
    readIfMatch(request),
  ),
);

export const DELETE = apiRoute<'id' | 'territoryId'>(({ ctx, params }) =>
  archiveTerritory(ctx, params.id, params.territoryId),
);

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
