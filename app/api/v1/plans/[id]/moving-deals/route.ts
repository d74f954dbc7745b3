import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listMovingDeals } from '#lib/services/plans/kept-deals.ts';
import { movingDealQuery } from '#lib/shared/holdover-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, readQuery }) =>
  toWire(await listMovingDeals(ctx, params.id, readQuery(movingDealQuery))),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
