import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { previewChange } from '#lib/services/plans/change-accounts.ts';
import { handChangeSchema } from '#lib/shared/plan-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson, request }) =>
  previewChange(ctx, params.id, await readJson(handChangeSchema), request.signal),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
