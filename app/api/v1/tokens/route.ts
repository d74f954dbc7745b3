import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { tokenInput } from '#lib/permissions/people-shapes.ts';
import { createToken } from '#lib/services/tokens/create.ts';
import { listTokens } from '#lib/services/tokens/list.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx }) => toWire(listTokens(ctx)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await createToken(ctx, await readJson(tokenInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
