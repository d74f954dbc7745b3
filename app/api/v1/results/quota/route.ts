import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { quotaAttainment } from '#lib/services/results/quota-attainment.ts';

export const GET = apiRoute(({ ctx, searchParams }) => {
  const { groupBy: _, ...input } = resultsInputOf(searchParams);
  return quotaAttainment(ctx, input);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
