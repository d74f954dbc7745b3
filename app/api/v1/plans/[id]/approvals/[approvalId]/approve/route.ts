import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { approvePlan } from '#lib/services/plans/decide-approval.ts';
import { approveInput } from '#lib/shared/approval-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id' | 'approvalId'>(async ({ ctx, params, readJson }) =>
  toWire(await approvePlan(ctx, params.id, params.approvalId, await readJson(approveInput))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
