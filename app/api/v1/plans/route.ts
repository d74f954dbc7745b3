import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getCurrentPlan } from '#lib/services/plans/get-plan.ts';
import { startPlan } from '#lib/services/plans/start-plan.ts';
import { newPlanSchema } from '#lib/shared/plan-settings-shapes.ts';

export const GET = apiRoute(async ({ ctx }) => {
  const plan = await getCurrentPlan(ctx);
  return { items: plan ? [plan] : [], nextCursor: null };
});

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json({ id: await startPlan(ctx, await readJson(newPlanSchema)) }, { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
