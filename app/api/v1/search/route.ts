import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { search } from '#lib/services/search/search.ts';
import { searchQuery } from '#lib/shared/search-shapes.ts';

export const GET = apiRoute(({ ctx, request, readQuery }) =>
  search(ctx, readQuery(searchQuery).q, request.signal),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
