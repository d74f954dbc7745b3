import { apiRoute } from '#lib/http/api-route.ts';
import { planPlaces } from '#lib/services/plans/plan-places.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => planPlaces(ctx, params.id));
