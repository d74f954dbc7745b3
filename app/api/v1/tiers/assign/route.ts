import { apiRoute } from '#lib/http/api-route.ts';
import { assignTierToAccounts } from '#lib/services/tiers/assign-accounts.ts';
import { assignTiersInput } from '#lib/shared/tier-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  assignTierToAccounts(ctx, await readJson(assignTiersInput)),
);
