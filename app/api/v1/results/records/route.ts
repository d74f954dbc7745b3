import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { recordsFile } from '#lib/services/results/record-columns.ts';
import { exportResultRecords, resultRecords } from '#lib/services/results/records.ts';
import { recordsInputOf } from '#lib/services/results/records-input.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const GET = apiRoute(async ({ ctx, request, searchParams }) => {
  const input = resultsInputOf(searchParams, ['figure', 'reached', 'limit', 'cursor', 'format']);
  const records = recordsInputOf(searchParams);
  const format = wantedFormat(request);
  if (format === null) return resultRecords(ctx, input, records);
  const found = await exportResultRecords(ctx, input, records);
  return fileResponse(recordsFile(records.figure, found, getSettings(ctx).settings.currency), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
