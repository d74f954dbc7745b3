import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { assignTierToAccounts } from '#lib/services/tiers/assign-accounts.ts';
import { explainTier } from '#lib/services/tiers/explain.ts';
import { accountTierInput } from '#lib/shared/tier-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(explainTier(ctx, params.id)));

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const input = await readJson(accountTierInput);
  await assignTierToAccounts(ctx, { accountIds: [params.id], ...input });
  return toWire(explainTier(ctx, params.id));
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
