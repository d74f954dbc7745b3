import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planMap } from '#lib/services/plans/plan-map.ts';
import { planMapQuerySchema } from '#lib/shared/plan-map-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery, request }) =>
  planMap(ctx, params.id, readQuery(planMapQuerySchema), request.signal),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
