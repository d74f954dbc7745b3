import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planPlaces } from '#lib/services/plans/plan-places.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => planPlaces(ctx, params.id));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
