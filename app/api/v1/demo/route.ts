import { apiRoute } from '#lib/http/api-route.ts';
import { startDemoRemoval } from '#lib/services/demo-removal/remove.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const DELETE = apiRoute(async ({ ctx }) =>
  Response.json(toWire(await startDemoRemoval(ctx)), { status: 202 }),
);
