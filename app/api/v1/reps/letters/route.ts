import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { lettersFile } from '#lib/services/books/letter-files.ts';
import { letterQuerySchema } from '#lib/shared/book-shapes.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const format = wantedFormat(request) ?? 'xlsx';
  return fileResponse(await lettersFile(ctx, format, readQuery(letterQuerySchema).version), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
