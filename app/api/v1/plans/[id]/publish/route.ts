import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { publishPlanSchema } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  publishPlan(ctx, params.id, await readJson(publishPlanSchema), readIfMatch(request)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
