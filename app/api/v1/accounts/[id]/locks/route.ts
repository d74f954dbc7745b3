import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { changeOneAccount } from '#lib/services/plans/change-one-account.ts';
import { accountLockSchema } from '#lib/shared/plan-shapes.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  changeOneAccount(ctx, params.id, await readJson(accountLockSchema)),
);

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods('PUT');
