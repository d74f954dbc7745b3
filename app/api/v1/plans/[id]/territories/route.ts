import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createTerritory } from '#lib/services/plans/territories.ts';
import { territoryInputSchema } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  Response.json(await createTerritory(ctx, params.id, await readJson(territoryInputSchema)), { status: 201 }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
