import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { rebaseScenario } from '#lib/services/scenarios/rebase-scenario.ts';
import { restoreQuery } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id'>(({ ctx, params, request, readQuery }) =>
  rebaseScenario(ctx, params.id, readIfMatch(request), { isDry: readQuery(restoreQuery).dryRun }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
