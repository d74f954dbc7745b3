import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listOpportunities, opportunityListSchema } from '#lib/services/opportunities/list.ts';

export const GET = apiRoute(({ ctx, readQuery }) => listOpportunities(ctx, readQuery(opportunityListSchema)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
