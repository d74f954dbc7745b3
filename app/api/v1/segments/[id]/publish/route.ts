import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { exportImpact } from '#lib/services/segments/export-impact.ts';
import { memberFile } from '#lib/services/segments/member-file.ts';
import { publishImpact } from '#lib/services/segments/impact.ts';
import { publishSegment } from '#lib/services/segments/publish.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { publishQuery } from '#lib/shared/segment-queries.ts';
import { publishInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readQuery, readJson }) => {
  const { dryRun, side } = readQuery(publishQuery);
  if (dryRun && side) {
    const found = await exportImpact(ctx, params.id, side);
    const { currency } = getSettings(ctx).settings;
    return fileResponse(memberFile(found, currency), wantedFormat(request) ?? 'csv');
  }
  if (dryRun) return toWire(await publishImpact(ctx, params.id));
  const hasBody = request.headers.get('content-type') !== null;
  const input = hasBody ? await readJson(publishInput) : {};
  return toWire(await publishSegment(ctx, params.id, input));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
