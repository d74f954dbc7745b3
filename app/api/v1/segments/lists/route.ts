import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createList } from '#lib/services/segments/create-list.ts';
import { newListInput } from '#lib/shared/pin-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { segment, notFound } = await createList(ctx, await readJson(newListInput));
  return Response.json(toWire({ ...segment, notFound }), {
    status: 201,
    headers: { location: `/api/v1/segments/${segment.id}` },
  });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
