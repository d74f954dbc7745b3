import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { startOptimise } from '#lib/services/plans/start-optimise.ts';
import { optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  Response.json(toWire(await startOptimise(ctx, params.id, await readJson(optimiseInputSchema))), {
    status: 202,
  }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
