import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { explainPlace } from '#lib/services/plans/explain-place.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => explainPlace(ctx, params.id));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
