import { apiRoute } from '#lib/http/api-route.ts';
import { planHistory } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => ({
  items: planHistory(ctx, params.id),
  nextCursor: null,
}));
