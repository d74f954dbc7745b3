import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getPlan } from '#lib/services/plans/get-plan.ts';
import { editPlan } from '#lib/services/plans/edit-plan.ts';
import { planChangeSchema } from '#lib/shared/plan-settings-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getPlan(ctx, params.id));

export const PATCH = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  editPlan(ctx, params.id, await readJson(planChangeSchema), readIfMatch(request)),
);

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
