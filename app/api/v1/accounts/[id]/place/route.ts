import { apiRoute } from '#lib/http/api-route.ts';
import { explainPlace } from '#lib/services/plans/explain-place.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => explainPlace(ctx, params.id));
