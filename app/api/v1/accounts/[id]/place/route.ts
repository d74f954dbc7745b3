import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { explainPlace } from '#lib/services/plans/explain-place.ts';
import { placeQuery } from '#lib/shared/plan-settings-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  explainPlace(ctx, params.id, readQuery(placeQuery).plan),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
