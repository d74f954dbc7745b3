import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { adoptScenario } from '#lib/services/scenarios/adopt-scenario.ts';

export const POST = apiRoute<'id'>(({ ctx, params, request }) =>
  adoptScenario(ctx, params.id, readIfMatch(request)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
