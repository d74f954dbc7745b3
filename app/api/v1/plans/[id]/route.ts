import { apiRoute } from '#lib/http/api-route.ts';
import { getPlan } from '#lib/services/plans/get-plan.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getPlan(ctx, params.id));
