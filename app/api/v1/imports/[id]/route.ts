import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import { changeImportOptions } from '#lib/services/imports/change-options.ts';
import { getImport } from '#lib/services/imports/get.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getImport(ctx, params.id));

/** Other options: the file is checked again. */
export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  await changeImportOptions(
    ctx,
    params.id,
    await readJson(importOptionsSchema, { maxBytes: 4 * 1024 * 1024 }),
  );
  return Response.json({ id: params.id }, { status: 202 });
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
