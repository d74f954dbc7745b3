import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { membersOfManyCsv } from '#lib/services/segments/members-of-many.ts';
import { membersOfManyQuery } from '#lib/shared/segment-queries.ts';

export const GET = apiRoute(async ({ ctx, readQuery }) => {
  const { ids, of } = readQuery(membersOfManyQuery);
  const file = await membersOfManyCsv(ctx, ids, of ?? 'accounts');
  return csvResponse(file.name, file.header, file.rows);
});
