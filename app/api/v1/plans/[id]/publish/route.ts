import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { publishPlanInput } from '#lib/shared/publish-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  toWire(await publishPlan(ctx, params.id, await readJson(publishPlanInput), readIfMatch(request))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
