import { apiRoute } from '#lib/http/api-route.ts';
import { requireIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getSegment } from '#lib/services/segments/get.ts';
import { saveDraft } from '#lib/services/segments/save-draft.ts';
import { trashSegment } from '#lib/services/segments/trash.ts';
import { savedSegmentInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(getSegment(ctx, params.id)));

export const PUT = apiRoute<'id'>(async ({ ctx, params, request, readJson }) => {
  const version = requireIfMatch(request);
  return toWire(await saveDraft(ctx, params.id, await readJson(savedSegmentInput), version));
});

export const DELETE = apiRoute<'id'>(({ ctx, params }) => trashSegment(ctx, params.id));

export const { POST, PATCH, OPTIONS } = otherMethods('GET', 'PUT', 'DELETE');
