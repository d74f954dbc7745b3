import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listAccountIds } from '#lib/services/accounts/list.ts';
import { accountSelectionInput } from '#lib/shared/account-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  listAccountIds(ctx, await readJson(accountSelectionInput)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
