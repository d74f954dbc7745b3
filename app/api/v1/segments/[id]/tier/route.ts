import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { assignTierToSegment } from '#lib/services/tiers/assign-segment.ts';
import { accountTierInput } from '#lib/shared/tier-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const { tierId } = await readJson(accountTierInput);
  return toWire(await assignTierToSegment(ctx, params.id, tierId));
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods('PUT');
