import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { undoImport } from '#lib/services/imports/undo.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params }) => {
  await undoImport(ctx, params.id);
  return Response.json({ id: params.id }, { status: 202 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
