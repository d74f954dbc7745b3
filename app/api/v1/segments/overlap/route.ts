import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { segmentOverlap } from '#lib/services/segments/overlap.ts';
import { overlapQuery } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, readQuery }) =>
  toWire(await segmentOverlap(ctx, readQuery(overlapQuery).ids)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
