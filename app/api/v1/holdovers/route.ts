import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { holdoversFile, listHoldovers } from '#lib/services/holdovers/list.ts';
import { holdoverQuery } from '#lib/shared/holdover-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx, request, readQuery }) => {
  const query = readQuery(holdoverQuery);
  const format = wantedFormat(request);
  return format === null
    ? toWire(listHoldovers(ctx, query))
    : fileResponse(holdoversFile(ctx, query), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
