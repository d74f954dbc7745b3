import { type SortValue, sortValueReader } from '#db/queries/preview/sort-values.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { printSource } from '#lib/rules/printers/sqlite.ts';
import { printSortValue } from '#lib/rules/printers/sqlite-reads.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Sort } from '../contract.ts';
import { type Bits, countBits, forEachBit, hasBit } from '#lib/engine/bitset.ts';
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

/** Whether sorting the members is cheaper than walking the order until enough of them have come. */
function isFew(members: Bits, size: number): boolean {
  return countBits(members) * 64 < size;
}

function fewInOrder(
  order: Int32Array,
  places: Int32Array,
  members: Bits,
  start: number,
  most: number,
): number[] {
  const found: number[] = [];
  forEachBit(members, (ordinal) => {
    const place = places[ordinal] ?? -1;
    if (place >= start) found.push(place);
  });
  return [...Int32Array.from(found).sort().subarray(0, most)].map((place) => order[place] ?? 0);
}

function walkOrder(
  order: Int32Array,
  records: Records,
  members: Bits,
  start: number,
  most: number,
): number[] {
  const ids: number[] = [];
  for (let place = start; place < order.length && ids.length < most; place++) {
    const id = order[place] ?? 0;
    const ordinal = records.ordinalOf(id);
    if (ordinal >= 0 && hasBit(members, ordinal)) ids.push(id);
  }
  return ids;
}

/** The ids of one page of members in the order asked for, and the cursor of the next page. */
export function pageOf(
  session: Session,
  entity: RootEntity,
  question: { sort: Sort; limit: number; cursor: string | null },
  key: string,
  moment: Moment,
  members: Bits,
): { ids: number[]; nextCursor: string | null } {
  const { sort, limit, cursor } = question;
  const { ids: order, places } = orderIn(session, entity, { key, descending: sort.descending }, moment);
  const records = recordsIn(session, entity);
  const { columns } = rulesContext(session);
  const valueOf = sortValueReader(
    session.connection,
    printSortValue(key, entity, { columns, moment }),
    printSource(entity, { columns }),
  );
  const start = cursor === null ? 0 : positionAfter(order, decodeCursor(cursor, sort), valueOf);
  const ids = isFew(members, order.length)
    ? fewInOrder(order, places, members, start, limit + 1)
    : walkOrder(order, records, members, start, limit + 1);
  if (ids.length <= limit) return { ids, nextCursor: null };
  ids.length = limit;
  const last = ids.at(-1);
  return {
    ids,
    nextCursor: last === undefined ? null : encodeCursor({ sort, value: valueOf(last), id: last }),
  };
}
