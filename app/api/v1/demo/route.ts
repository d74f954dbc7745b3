import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { startDemoRemoval } from '#lib/services/demo-removal/remove.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const DELETE = apiRoute(async ({ ctx }) =>
  Response.json(toWire(await startDemoRemoval(ctx)), { status: 202 }),
);

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
