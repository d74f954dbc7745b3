import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { waitingView } from '#lib/services/plans/plan-versions.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params }) =>
  toWire({ waiting: await waitingView(ctx, params.id) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
