import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { problemRows } from '#lib/services/imports/problem-rows.ts';

/** The rows with problems as they stood in the file, as CSV. */
export const GET = apiRoute<'id'>(async ({ ctx, params }) => {
  const { fileName, header, rows } = await problemRows(ctx, params.id);
  return csvResponse(fileName, header, rows);
});
