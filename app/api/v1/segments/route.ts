import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createSegment } from '#lib/services/segments/create.ts';
import { listSegments } from '#lib/services/segments/list.ts';
import type { SegmentSort } from '#lib/services/segments/list-order.ts';
import { readSortParameter, segmentListQuery } from '#lib/shared/segment-queries.ts';
import { newSegmentInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, readQuery }) => {
  const { tier, owner, parent, tag, trash, sort, ...query } = readQuery(segmentListQuery);
  const items = await listSegments(ctx, {
    ...query,
    ...readSortParameter<SegmentSort>(sort),
    tierId: tier,
    ownerUserId: owner,
    parentId: parent,
    tags: tag,
    inTrash: trash,
  });
  return toWire({ items, nextCursor: null });
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const segment = await createSegment(ctx, await readJson(newSegmentInput));
  return Response.json(toWire(segment), {
    status: 201,
    headers: { location: `/api/v1/segments/${segment.id}` },
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
