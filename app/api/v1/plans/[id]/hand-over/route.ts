import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { handOverAccounts } from '#lib/services/plans/hand-over.ts';
import { handOverInput, restoreQuery } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readQuery, readJson }) =>
  handOverAccounts(ctx, params.id, await readJson(handOverInput), readQuery(restoreQuery).dryRun),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
