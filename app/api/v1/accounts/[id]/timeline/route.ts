import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { accountTimeline } from '#lib/services/accounts/timeline.ts';
import { timelineQuery } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, request, readQuery }) =>
  toWire(await accountTimeline(ctx, params.id, readQuery(timelineQuery), request.signal)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
