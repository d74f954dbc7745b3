import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createScenario } from '#lib/services/scenarios/create-scenario.ts';
import { listScenarios } from '#lib/services/scenarios/list-scenarios.ts';
import { scenarioInput, scenariosQuery } from '#lib/shared/scenario-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  listScenarios(ctx, params.id, readQuery(scenariosQuery)),
);

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  Response.json(await createScenario(ctx, params.id, await readJson(scenarioInput)), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
