import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { bulkSegments } from '#lib/services/segments/bulk.ts';
import { bulkSegmentsInput } from '#lib/shared/segment-bulk-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  bulkSegments(ctx, await readJson(bulkSegmentsInput)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
