import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { bookLetter } from '#lib/services/books/letter.ts';
import { letterFile } from '#lib/services/books/letter-files.ts';
import { letterQuerySchema } from '#lib/shared/book-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params, request, readQuery }) => {
  const letter = bookLetter(ctx, params.id, readQuery(letterQuerySchema).version);
  const format = wantedFormat(request);
  return format === null ? toWire(letter) : fileResponse(letterFile(letter), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
