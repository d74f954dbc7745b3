import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planHistory } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => ({
  items: planHistory(ctx, params.id),
  nextCursor: null,
}));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
