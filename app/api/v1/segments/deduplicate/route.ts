import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { deduplicateSegments } from '#lib/services/segments/deduplicate.ts';
import { deduplicateInput } from '#lib/shared/overlap-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { segmentIds } = await readJson(deduplicateInput);
  const items = await deduplicateSegments(ctx, segmentIds);
  return Response.json(toWire({ items, nextCursor: null }), { status: 201 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
