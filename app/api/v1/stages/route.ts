import { apiRoute } from '#lib/http/api-route.ts';
import { requireIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listStages } from '#lib/services/stages/list.ts';
import { saveStages } from '#lib/services/stages/save.ts';
import { stageListInput } from '#lib/shared/stage-shapes.ts';

export const GET = apiRoute(({ ctx }) => listStages(ctx));

export const PUT = apiRoute(async ({ ctx, request, readJson }) =>
  saveStages(ctx, await readJson(stageListInput), requireIfMatch(request)),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
