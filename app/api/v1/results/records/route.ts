import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { wantsCsv } from '#lib/http/wants-csv.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { recordRowsOf, recordsHeader } from '#lib/services/results/record-columns.ts';
import { exportResultRecords, resultRecords } from '#lib/services/results/records.ts';
import { recordsInputOf } from '#lib/services/results/records-input.ts';

export const GET = apiRoute(async ({ ctx, request, searchParams }) => {
  const input = resultsInputOf(searchParams, ['figure', 'reached', 'limit', 'cursor', 'format']);
  const records = recordsInputOf(searchParams);
  if (!wantsCsv(request, searchParams)) return resultRecords(ctx, input, records);
  const { entity, pieces } = await exportResultRecords(ctx, input, records);
  return csvResponse(`${records.figure}.csv`, recordsHeader(entity), recordRowsOf(pieces));
});
