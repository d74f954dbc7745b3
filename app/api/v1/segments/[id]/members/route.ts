import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { memberCsv } from '#lib/services/segments/member-csv.ts';
import { exportMembers, listMembers } from '#lib/services/segments/members.ts';
import { membersQuery, readSortParameter } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

type Sort = 'name' | 'revenue' | 'employees' | 'score';

export const GET = apiRoute<'id'>(async ({ ctx, params, request, readQuery }) => {
  const { format, of, sort, ...query } = readQuery(membersQuery);
  const wantsCsv =
    format === 'csv' || (format === undefined && /text\/csv/i.test(request.headers.get('accept') ?? ''));
  if (!wantsCsv)
    return toWire(await listMembers(ctx, params.id, { ...query, ...readSortParameter<Sort>(sort) }));
  const file = memberCsv(await exportMembers(ctx, params.id, { of: of ?? 'accounts', asOf: query.asOf }));
  return csvResponse(file.name, file.header, file.rows);
});
