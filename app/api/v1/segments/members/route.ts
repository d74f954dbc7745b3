import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { membersOfManyFile } from '#lib/services/segments/members-of-many.ts';
import { membersOfManyQuery } from '#lib/shared/segment-queries.ts';

export const GET = apiRoute(async ({ ctx, readQuery }) => {
  const { ids, of, format } = readQuery(membersOfManyQuery);
  return fileResponse(await membersOfManyFile(ctx, ids, of ?? 'accounts'), format ?? 'csv');
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
