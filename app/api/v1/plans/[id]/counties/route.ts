import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planCounties } from '#lib/services/plans/plan-counties.ts';
import { countiesQuerySchema } from '#lib/shared/plan-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  planCounties(ctx, params.id, readQuery(countiesQuerySchema).state),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
