import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { findNamedAccounts } from '#lib/services/plans/find-accounts.ts';
import { findAccountsSchema } from '#lib/shared/plan-account-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const { texts } = await readJson(findAccountsSchema);
  return findNamedAccounts(ctx, params.id, texts);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
