import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listViews } from '#lib/services/views/list.ts';
import { createView } from '#lib/services/views/save.ts';
import { viewInput, viewQuery } from '#lib/shared/view-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx, readQuery }) => toWire(listViews(ctx, readQuery(viewQuery).page)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await createView(ctx, await readJson(viewInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
