import { apiRoute } from '#lib/http/api-route.ts';
import { previewSegment } from '#lib/services/segments/preview.ts';
import { previewInput } from '#lib/shared/preview-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, request, readJson }) =>
  toWire(await previewSegment(ctx, await readJson(previewInput), request.signal)),
);
