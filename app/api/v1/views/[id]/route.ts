import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { removeView, saveView } from '#lib/services/views/save.ts';
import { viewInput } from '#lib/shared/view-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await saveView(ctx, params.id, await readJson(viewInput))),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeView(ctx, params.id));

export const { GET, POST, PATCH, OPTIONS } = otherMethods('PUT', 'DELETE');
