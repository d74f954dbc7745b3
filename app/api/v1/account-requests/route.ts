import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { askForChange } from '#lib/services/requests/ask.ts';
import { listRequests } from '#lib/services/requests/list.ts';
import { requestInputSchema, requestsQuerySchema } from '#lib/shared/request-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx, readQuery }) =>
  toWire(listRequests(ctx, readQuery(requestsQuerySchema))),
);

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await askForChange(ctx, await readJson(requestInputSchema))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
