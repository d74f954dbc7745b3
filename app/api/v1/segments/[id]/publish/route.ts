import { apiRoute } from '#lib/http/api-route.ts';
import { publishImpact } from '#lib/services/segments/impact.ts';
import { publishSegment } from '#lib/services/segments/publish.ts';
import { publishQuery } from '#lib/shared/segment-queries.ts';
import { publishInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readQuery, readJson }) => {
  if (readQuery(publishQuery).dryRun) return toWire(await publishImpact(ctx, params.id));
  const hasBody = request.headers.get('content-type') !== null;
  const input = hasBody ? await readJson(publishInput) : {};
  return toWire(await publishSegment(ctx, params.id, input));
});
