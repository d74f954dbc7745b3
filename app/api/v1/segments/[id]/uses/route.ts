import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { whereUsed } from '#lib/services/segments/where-used.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => ({
  items: whereUsed(ctx, params.id),
  nextCursor: null,
}));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
