import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { createPlan, getCurrentPlan } from '#lib/services/plans/get-plan.ts';

const newPlan = z.object({ name: z.string().trim().min(1, 'Give the plan a name.').max(120) });

export const GET = apiRoute(async ({ ctx }) => {
  const plan = await getCurrentPlan(ctx);
  return { items: plan ? [plan] : [], nextCursor: null };
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { name } = await readJson(newPlan);
  return Response.json({ id: await createPlan(ctx, name) }, { status: 201 });
});
