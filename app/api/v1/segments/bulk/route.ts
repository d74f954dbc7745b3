import { apiRoute } from '#lib/http/api-route.ts';
import { bulkSegments } from '#lib/services/segments/bulk.ts';
import { bulkSegmentsInput } from '#lib/shared/segment-bulk-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  bulkSegments(ctx, await readJson(bulkSegmentsInput)),
);
