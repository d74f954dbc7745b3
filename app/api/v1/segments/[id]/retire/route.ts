import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { retireSegment } from '#lib/services/segments/retire.ts';
import { retireQuery } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readQuery }) =>
  toWire(await retireSegment(ctx, params.id, readQuery(retireQuery))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
