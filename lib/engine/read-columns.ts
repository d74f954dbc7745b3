import type { RootEntity } from '#lib/rules/ast.ts';
import { entityOf } from '#lib/rules/resolved-fields.ts';
import { type Bits, countBits, emptyBits, forEachBit, hasBit, setBit } from './bitset.ts';
import { visitAccountRows } from './child-rows.ts';
import { holdsAt } from './side-rows.ts';
import type { Column } from './columns.ts';
import type { CodeReader } from './groups.ts';
import type { Store, Table } from './store.ts';
import { type CodeCounts, tallyCodes } from './tally.ts';

type Place = { column: Column; table: Table; rowOf: (ordinal: number) => number };

/** Where a field of a record lies: in its own row, or in the one of a contact's live account. */
function placeOf({ tables }: Store, entity: RootEntity, key: string): Place | null {
  const owner = entityOf(key);
  if (owner !== 'account' && owner !== entity) return null;
  const table = tables[owner];
  const column = table.columns.get(key);
  if (!column) return null;
  if (owner === entity) return { column, table, rowOf: (ordinal) => ordinal };
  const accountOf = (ordinal: number): number => {
    const account = tables.contact.accounts[ordinal] ?? -1;
    return account >= 0 && hasBit(tables.account.live, account) ? account : -1;
  };
  return { column, table, rowOf: accountOf };
}

/** The number of a field of a live record by ordinal, NaN where missing; null when they are not in columns. */
export function numberReader(
  store: Store,
  entity: RootEntity,
  key: string,
): ((ordinal: number) => number) | null {
  const place = placeOf(store, entity, key);
  if (place?.column.kind !== 'number') return null;
  const { column, rowOf } = place;
  const { live } = store.tables[entity];
  return (ordinal) => {
    const row = hasBit(live, ordinal) ? rowOf(ordinal) : -1;
    return row >= 0 ? (column.values[row] ?? Number.NaN) : Number.NaN;
  };
}

/** The numbers of a field of all live records by ordinal, NaN where missing; null when they are not in columns. */
export function numbersOf(store: Store, entity: RootEntity, key: string): Float64Array | null {
  const numberOf = numberReader(store, entity, key);
  if (!numberOf) return null;
  const { capacity } = store.tables[entity];
  const numbers = new Float64Array(capacity);
  for (let ordinal = 0; ordinal < capacity; ordinal++) numbers[ordinal] = numberOf(ordinal);
  return numbers;
}

/** The code of a field of a record by ordinal (of a boolean 0 or 1), -1 where missing; null when it has none in columns. */
export function codeReader(store: Store, entity: RootEntity, key: string): CodeReader | null {
  const place = placeOf(store, entity, key);
  if (!place) return null;
  const { column, rowOf } = place;
  const at = (ordinal: number, read: (row: number) => number): number => {
    const row = rowOf(ordinal);
    return row < 0 ? -1 : read(row);
  };
  // The arrays are looked up at each call: a column that was all missing gets its own with its first value.
  if (column.kind === 'flag') return (ordinal) => at(ordinal, (row) => column.values[row]! - 1);
  if (column.kind === 'code') return (ordinal) => at(ordinal, (row) => column.codes[row]! || -1);
  return null;
}

/**
 * How many members hold each code (of a boolean 0 or 1), and how many hold none; a member with several values counts
 * for each. Null when the values are not in rows of their own, or their intervals do not reach back to `asOf` (epoch ms).
 */
export function countSideCodes(
  store: Store,
  entity: RootEntity,
  key: string,
  members: Bits,
  asOf: number,
): CodeCounts | null {
  const column = placeOf(store, entity, key)?.column;
  if (column?.kind !== 'side') return null;
  const { value, span } = column;
  const isOther = entityOf(key) !== entity;
  if (isOther || (value.kind !== 'code' && value.kind !== 'flag') || (span && asOf < store.loadedAt))
    return null;
  const holding = emptyBits(members.size);
  const rows: number[] = [];
  for (let row = 0; row < column.used; row++) {
    const owner = column.owners[row]!;
    if (owner < 0 || !hasBit(members, owner) || !holdsAt(column, row, asOf)) continue;
    if ((value.kind === 'code' ? value.codes[row] : value.values[row]) === 0) continue;
    setBit(holding, owner);
    rows.push(row);
  }
  const { counts } = tallyCodes(value, Int32Array.from(rows), store.lastTermId);
  return { counts, missing: countBits(members) - countBits(holding) };
}

/** How many of the records hold each code, one by one. */
export function countEachCode(codeAt: CodeReader, ordinals: Int32Array): CodeCounts {
  const counts = new Map<number, number>();
  for (const ordinal of ordinals) {
    const code = codeAt(ordinal);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const missing = counts.get(-1) ?? 0;
  counts.delete(-1);
  return { counts, missing };
}

/** How many reachable contacts each account has; of contacts, 1 for each that is reachable. */
export function reachableCounts({ tables }: Store, entity: RootEntity): Int32Array | null {
  const { contact } = tables;
  const reachable = contact.columns.get('contact.reachable');
  if (reachable?.kind !== 'flag') return null;
  const counts = new Int32Array(tables[entity].capacity);
  forEachBit(contact.live, (ordinal) => {
    if (reachable.values[ordinal] !== 2) return;
    const owner = entity === 'contact' ? ordinal : (contact.accounts[ordinal] ?? -1);
    if (owner >= 0) counts[owner]! += 1;
  });
  return counts;
}

/** The same for one record by ordinal. */
export function reachableAt({ tables }: Store, entity: RootEntity, ordinal: number): number {
  const { contact } = tables;
  const reachable = contact.columns.get('contact.reachable');
  if (reachable?.kind !== 'flag') return 0;
  const countAt = (row: number) => (hasBit(contact.live, row) && reachable.values[row] === 2 ? 1 : 0);
  if (entity === 'contact') return countAt(ordinal);
  let count = 0;
  visitAccountRows(contact, ordinal, (row) => {
    count += countAt(row);
  });
  return count;
}
