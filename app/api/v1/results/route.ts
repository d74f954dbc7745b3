import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { wantsCsv } from '#lib/http/wants-csv.ts';
import { figureColumns } from '#lib/metrics/figure-columns.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { results } from '#lib/services/results/results.ts';

export const GET = apiRoute(async ({ ctx, request, searchParams }) => {
  const input = resultsInputOf(searchParams, ['format']);
  const answer = await results(ctx, input);
  if (!wantsCsv(request, searchParams)) return answer;
  const rows = answer.groups.map((group) => [
    ...input.groupBy.map((key) => group.labels[key] ?? null),
    ...figureColumns.map((column) => column.read(group)),
  ]);
  const total = [
    ...input.groupBy.map((_, index) => (index === 0 ? 'All' : null)),
    ...figureColumns.map((column) => column.read(answer.total)),
  ];
  const header = [...input.groupBy, ...figureColumns.map((column) => column.name)];
  return csvResponse('results.csv', header, [...rows, total]);
});
