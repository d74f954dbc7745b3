import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { problemRows } from '#lib/services/imports/problem-rows.ts';

/** The rows with problems as they stood in the file, as CSV or XLSX. */
export const GET = apiRoute<'id'>(async ({ ctx, params, request }) => {
  return fileResponse(await problemRows(ctx, params.id), wantedFormat(request) ?? 'csv');
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
