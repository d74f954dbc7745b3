import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { suggestSwaps } from '#lib/services/plans/suggest-swaps.ts';
import { swapsQuerySchema } from '#lib/shared/swap-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  suggestSwaps(ctx, params.id, readQuery(swapsQuerySchema)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
