import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getRep } from '#lib/services/reps/list.ts';
import { editRep } from '#lib/services/reps/save.ts';
import { repChangeSchema } from '#lib/shared/rep-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getRep(ctx, params.id));

export const PATCH = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  editRep(ctx, params.id, await readJson(repChangeSchema), readIfMatch(request)),
);

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
