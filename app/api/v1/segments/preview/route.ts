import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { previewSegment } from '#lib/services/segments/preview.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { previewInput } from '#lib/shared/preview-shapes.ts';

export const POST = apiRoute(async ({ ctx, request, readJson }) => {
  const preview = await previewSegment(ctx, await readJson(previewInput), request.signal);
  // Counts are keyed by fields here, and a count by `renewalOn` is no day: only the moments are times.
  const dataAt = preview.dataAt === null ? null : formatIsoInstant(preview.dataAt);
  return { ...preview, asOf: formatIsoInstant(preview.asOf), dataAt };
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
