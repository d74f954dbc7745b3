import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { figuresFile } from '#lib/metrics/figure-columns.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { results } from '#lib/services/results/results.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const GET = apiRoute(async ({ ctx, request, searchParams }) => {
  const input = resultsInputOf(searchParams, ['format']);
  const answer = await results(ctx, input);
  const format = wantedFormat(request);
  if (format === null) return answer;
  const lines = answer.groups.map((group) => ({
    labels: input.groupBy.map((key) => group.labels[key] ?? null),
    figures: group,
  }));
  const total = { labels: input.groupBy.map((_, at) => (at === 0 ? 'All' : null)), figures: answer.total };
  const { currency } = getSettings(ctx).settings;
  return fileResponse(figuresFile('results', input.groupBy, [...lines, total], currency), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
