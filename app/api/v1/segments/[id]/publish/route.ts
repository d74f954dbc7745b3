import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { exportImpact } from '#lib/services/segments/export-impact.ts';
import { memberCsv } from '#lib/services/segments/member-csv.ts';
import { publishImpact } from '#lib/services/segments/impact.ts';
import { publishSegment } from '#lib/services/segments/publish.ts';
import { publishQuery } from '#lib/shared/segment-queries.ts';
import { publishInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readQuery, readJson }) => {
  const { dryRun, side } = readQuery(publishQuery);
  if (dryRun && side) {
    const file = memberCsv(await exportImpact(ctx, params.id, side));
    return csvResponse(file.name, file.header, file.rows);
  }
  if (dryRun) return toWire(await publishImpact(ctx, params.id));
  const hasBody = request.headers.get('content-type') !== null;
  const input = hasBody ? await readJson(publishInput) : {};
  return toWire(await publishSegment(ctx, params.id, input));
});
