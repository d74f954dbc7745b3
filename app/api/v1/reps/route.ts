import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listReps } from '#lib/services/reps/list.ts';
import { createRep } from '#lib/services/reps/save.ts';
import { repInputSchema } from '#lib/shared/rep-shapes.ts';

export const GET = apiRoute(({ ctx }) => listReps(ctx));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(await createRep(ctx, await readJson(repInputSchema)), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
