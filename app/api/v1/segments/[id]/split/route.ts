import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { splitChoices, splitSegment } from '#lib/services/segments/split.ts';
import { splitInput, splitQuery } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  splitChoices(ctx, params.id, readQuery(splitQuery).field),
);

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire({ items: await splitSegment(ctx, params.id, await readJson(splitInput)), nextCursor: null }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
