import { apiRoute } from '#lib/http/api-route.ts';
import { listOpportunities, opportunityListSchema } from '#lib/services/opportunities/list.ts';

export const GET = apiRoute(({ ctx, readQuery }) => listOpportunities(ctx, readQuery(opportunityListSchema)));
