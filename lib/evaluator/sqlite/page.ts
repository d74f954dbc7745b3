import { type SortValue, sortValueReader } from '#db/queries/preview/sort-values.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { printSource } from '#lib/rules/printers/sqlite.ts';
import { printSortValue } from '#lib/rules/printers/sqlite-reads.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Sort } from '../contract.ts';
import { hasBit } from '#lib/engine/bitset.ts';
import type { Members } from './members.ts';
import type { Records } from './records.ts';
import { orderIn, recordsIn, rulesContext, type Session } from './session.ts';

/** The last row of a page: what it sorted by, and its id. */
type Cursor = { sort: Sort; value: SortValue; id: number };

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(
    JSON.stringify([cursor.sort.field, cursor.sort.descending, cursor.value, cursor.id]),
  ).toString('base64url');
}

function decodeCursor(text: string, sort: Sort): Cursor {
  const stale = appError(
    'invalid',
    'This page position does not fit the list. Start again from the first page.',
    {
      issues: [{ path: '/cursor', code: 'bad_cursor', message: 'The cursor belongs to another list.' }],
    },
  );
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw stale;
  }
  const [field, descending, value, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const isValue = value === null || typeof value === 'string' || typeof value === 'number';
  if (field !== sort.field || descending !== sort.descending || !isValue || typeof id !== 'number')
    throw stale;
  return { sort, value, id };
}

/** As SQLite orders: numbers by value, text by its UTF-8 bytes, missing last, ties by id. */
function isAfter(value: SortValue, id: number, cursor: Cursor): boolean {
  if (value === null || cursor.value === null) {
    if (value === cursor.value) return id > cursor.id;
    return value === null;
  }
  const order =
    typeof value === 'number' || typeof cursor.value === 'number'
      ? Number(value) - Number(cursor.value)
      : Buffer.compare(Buffer.from(value), Buffer.from(cursor.value));
  return order === 0 ? id > cursor.id : order > 0 !== cursor.sort.descending;
}

/** First position of the order that comes after the cursor, also when its row has changed or gone since. */
function positionAfter(order: Int32Array, cursor: Cursor, valueOf: (id: number) => SortValue): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = order[middle] ?? 0;
    if (isAfter(valueOf(id), id, cursor)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The first `most` places from `start` on that a member holds, ascending. One pass over the members against the worst
 * place kept so far: where they stand in the order does not matter, as it would for walking it.
 */
function firstPlaces(places: Int32Array, members: Int32Array, start: number, most: number): Int32Array {
  const room = Math.max(2 * most, 256);
  const kept = new Int32Array(room);
  let used = 0;
  let worst = Number.POSITIVE_INFINITY;
  const trim = () => {
    kept.subarray(0, used).sort();
    used = Math.min(used, most);
    if (used === most) worst = kept[most - 1]!;
  };
  for (let index = 0; index < members.length; index++) {
    const place = places[members[index]!]!;
    if (place < start || place >= worst) continue;
    kept[used++] = place;
    if (used === room) trim();
  }
  trim();
  return kept.subarray(0, used);
}

/** Steps along an order that may be in vain: they cost little beside looking at many members. */
const MOST_STEPS = 2_000;

/**
 * The same by walking the order itself: most members are found at once where they are many. Null when they turn out to
 * stand further on.
 */
function walkPlaces(
  order: Int32Array,
  { bits, ordinals }: Members,
  { ordinalOf }: Records,
  start: number,
  most: number,
): Int32Array | null {
  const steps = Math.min(MOST_STEPS, ordinals.length >>> 4);
  const end = Math.min(order.length, start + steps);
  const kept = new Int32Array(most);
  let used = 0;
  for (let place = start; place < end && used < most; place++) {
    const ordinal = ordinalOf(order[place]!);
    if (ordinal >= 0 && hasBit(bits, ordinal)) kept[used++] = place;
  }
  return used === most ? kept : null;
}

/** The ids of one page of members in the order asked for, and the cursor of the next page. */
export function pageOf(
  session: Session,
  entity: RootEntity,
  question: { sort: Sort; limit: number; cursor: string | null },
  key: string,
  moment: Moment,
  members: Members,
): { ids: number[]; nextCursor: string | null } {
  const { sort, limit, cursor } = question;
  const { ids: order, places } = orderIn(session, entity, { key, descending: sort.descending }, moment);
  const { columns } = rulesContext(session);
  const valueOf = sortValueReader(
    session.connection,
    printSortValue(key, entity, { columns, moment }),
    printSource(entity, { columns }),
  );
  const start = cursor === null ? 0 : positionAfter(order, decodeCursor(cursor, sort), valueOf);
  const records = recordsIn(session, entity);
  const found =
    walkPlaces(order, members, records, start, limit + 1) ??
    firstPlaces(places, members.ordinals, start, limit + 1);
  const ids = Array.from(found, (place) => order[place] ?? 0);
  if (ids.length <= limit) return { ids, nextCursor: null };
  ids.length = limit;
  const last = ids.at(-1);
  return {
    ids,
    nextCursor: last === undefined ? null : encodeCursor({ sort, value: valueOf(last), id: last }),
  };
}
