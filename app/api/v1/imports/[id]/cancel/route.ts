import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { cancelImport } from '#lib/services/imports/cancel.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params }) => {
  await cancelImport(ctx, params.id);
  return Response.json({ id: params.id }, { status: 202 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
