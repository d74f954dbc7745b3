import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { returnPlan } from '#lib/services/plans/decide-approval.ts';
import { returnInput } from '#lib/shared/approval-shapes.ts';

export const POST = apiRoute<'id' | 'approvalId'>(async ({ ctx, params, readJson }) =>
  returnPlan(ctx, params.id, params.approvalId, await readJson(returnInput)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
