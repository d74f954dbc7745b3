import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listPlanAccounts } from '#lib/services/plans/plan-accounts.ts';
import { planAccountsQuerySchema } from '#lib/shared/plan-account-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  listPlanAccounts(ctx, params.id, readQuery(planAccountsQuerySchema)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
