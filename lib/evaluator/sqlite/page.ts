import { type SortValue, sortValueReader } from '#db/queries/preview/sort-values.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { printSource } from '#lib/rules/printers/sqlite.ts';
import { printSortValue } from '#lib/rules/printers/sqlite-reads.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Sort } from '../contract.ts';
import { type Bits, hasBit } from './bitset.ts';
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
  const order = orderIn(session, entity, { key, descending: sort.descending }, moment);
  const records = recordsIn(session, entity);
  const { columns } = rulesContext(session);
  const valueOf = sortValueReader(
    session.connection,
    printSortValue(key, entity, { columns, moment }),
    printSource(entity, { columns }),
  );
  let position = cursor === null ? 0 : positionAfter(order, decodeCursor(cursor, sort), valueOf);
  const ids: number[] = [];
  for (; position < order.length && ids.length <= limit; position++) {
    const id = order[position] ?? 0;
    const ordinal = records.ordinalOf(id);
    if (ordinal >= 0 && hasBit(members, ordinal)) ids.push(id);
  }
  if (ids.length <= limit) return { ids, nextCursor: null };
  ids.length = limit;
  const last = ids.at(-1);
  return {
    ids,
    nextCursor: last === undefined ? null : encodeCursor({ sort, value: valueOf(last), id: last }),
  };
}
