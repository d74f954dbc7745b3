import { apiRoute } from '#lib/http/api-route.ts';
import { findNamedAccounts } from '#lib/services/plans/find-accounts.ts';
import { findAccountsSchema } from '#lib/shared/plan-account-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const { texts } = await readJson(findAccountsSchema);
  return findNamedAccounts(ctx, params.id, texts);
});
