import { apiRoute } from '#lib/http/api-route.ts';
import { requireIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { archiveTier } from '#lib/services/tiers/archive.ts';
import { editTier } from '#lib/services/tiers/edit.ts';
import { getTier } from '#lib/services/tiers/list.ts';
import { tierInput } from '#lib/shared/tier-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(getTier(ctx, params.id)));

export const PUT = apiRoute<'id'>(async ({ ctx, params, request, readJson }) => {
  const version = requireIfMatch(request);
  return toWire(await editTier(ctx, params.id, await readJson(tierInput), version));
});

export const DELETE = apiRoute<'id'>(async ({ ctx, params }) => toWire(await archiveTier(ctx, params.id)));

export const { POST, PATCH, OPTIONS } = otherMethods('GET', 'PUT', 'DELETE');
