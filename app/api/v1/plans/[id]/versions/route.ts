import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { planHistory } from '#lib/services/plans/plan-versions.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) =>
  toWire({ items: planHistory(ctx, params.id), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
