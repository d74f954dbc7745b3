import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { commentOnPlan, listPlanComments } from '#lib/services/plans/approvals.ts';
import { commentInput } from '#lib/shared/approval-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) =>
  toWire({ items: listPlanComments(ctx, params.id), nextCursor: null }),
);

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const { body } = await readJson(commentInput);
  return Response.json(toWire(await commentOnPlan(ctx, params.id, body)), { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
