import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { assignTierToAccounts } from '#lib/services/tiers/assign-accounts.ts';
import { assignTiersInput } from '#lib/shared/tier-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  assignTierToAccounts(ctx, await readJson(assignTiersInput)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
