import { apiRoute } from '#lib/http/api-route.ts';
import { getAccountBrief } from '#lib/services/accounts/get-brief.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, request }) =>
  toWire(await getAccountBrief(ctx, params.id, request.signal)),
);
