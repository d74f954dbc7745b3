import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getAccountBrief } from '#lib/services/accounts/get-brief.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, request }) =>
  toWire(await getAccountBrief(ctx, params.id, request.signal)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
