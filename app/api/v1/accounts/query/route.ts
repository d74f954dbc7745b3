import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listAccounts } from '#lib/services/accounts/list.ts';
import { accountQueryInput } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, request, readJson }) =>
  toWire(await listAccounts(ctx, await readJson(accountQueryInput), request.signal)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
