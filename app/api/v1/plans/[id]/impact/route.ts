import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planImpact } from '#lib/services/plans/plan-impact.ts';
import { impactQuery } from '#lib/shared/impact-shapes.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, readQuery }) => ({
  items: await planImpact(ctx, params.id, readQuery(impactQuery).heldOverFor),
  nextCursor: null,
}));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
