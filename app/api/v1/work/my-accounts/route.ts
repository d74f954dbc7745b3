import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { myAccounts } from '#lib/services/work/my-accounts.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { workQuery } from '#lib/shared/work-shapes.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) =>
  toWire(await myAccounts(ctx, readQuery(workQuery), request.signal)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
