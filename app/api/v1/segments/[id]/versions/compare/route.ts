import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { versionDifference } from '#lib/services/segments/version-difference.ts';
import { versionsQuery } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, readQuery }) => {
  const { from, to } = readQuery(versionsQuery);
  return toWire(await versionDifference(ctx, params.id, from, to));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
