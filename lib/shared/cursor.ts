import { z } from 'zod';
import { appError } from './errors.ts';

/** One page of a list; `nextCursor` is null on the last. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/** The place to go on from, as text that callers hand back without looking inside. */
export function encodeCursor(place: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(place));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor back; `invalid` when it is not one of ours. */
export function decodeCursor<S extends z.ZodType>(cursor: string, place: S): z.output<S> {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
    return place.parse(JSON.parse(text));
  } catch {
    const message = 'This cursor is not from this list. Start again without it.';
    throw appError('invalid', message, { issues: [{ path: '/cursor', code: 'cursor', message }] });
  }
}

/** Cuts rows that were read with `limit + 1` into a page. */
export function toPage<T>(rows: T[], limit: number, placeOf: (row: T) => unknown): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(placeOf(last)) : null };
}

/** `?limit=…&cursor=…`, for a handler's query schema. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number('The limit is a number.').int().min(1).max(500, 'At most 500 at once.').default(50),
  cursor: z.string().max(2000).optional(),
});
