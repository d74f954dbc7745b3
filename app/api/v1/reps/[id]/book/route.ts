import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getBook } from '#lib/services/books/get-book.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params }) => toWire(await getBook(ctx, params.id)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
