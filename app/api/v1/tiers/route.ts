import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createTier } from '#lib/services/tiers/create.ts';
import { listTiers } from '#lib/services/tiers/list.ts';
import { tierInput } from '#lib/shared/tier-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx }) => toWire(listTiers(ctx)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await createTier(ctx, await readJson(tierInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
