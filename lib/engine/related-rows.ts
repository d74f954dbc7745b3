import type { AttributeAtom, RelatedAtom, ValueTest } from '#lib/rules/relational.ts';
import { and, type Bits, hasBit } from './bitset.ts';
import { attributeBits } from './attribute-bits.ts';
import { atomsOf, formBits } from './form-bits.ts';
import { attributeTest, formTest, type RowTest } from './row-test.ts';
import type { Store } from './store.ts';

/** Keeps a set by a name, with the kinds of record it was made from. */
export type Memo = (name: string, make: () => Bits | null, test: () => RowTest | null) => Bits | null;

/** The live rows that a related condition looks at: within its window and passing its `where`; null = not here. */
export function relatedRows(store: Store, atom: RelatedAtom, asOf: number, memo: Memo): Bits | null {
  const { entity, where, window } = atom;
  const table = store.tables[entity];
  const rowsWith = (field: string, test: ValueTest) =>
    memo(
      `rows ${field} ${JSON.stringify(test)}`,
      () => attributeBits(store, table, field, test, asOf),
      () => attributeTest(store, table, field, test, asOf),
    );
  let rows: Bits = table.live;
  if (window) {
    const dated = rowsWith(`${entity}.${window.field}`, { test: 'dates', bounds: window.bounds });
    if (!dated) return null;
    rows = and(rows, dated);
  }
  if (!where) return rows;
  const sets = new Map<unknown, Bits>();
  for (const part of atomsOf(where)) {
    const bits = part.kind === 'attribute' ? rowsWith(part.field, (part as AttributeAtom).test) : null;
    if (!bits) return null;
    sets.set(part, bits);
  }
  return and(
    rows,
    formBits(where, table.capacity, (part) => sets.get(part) ?? rows),
  );
}

/** Whether one row is live and is looked at by a related condition. */
export function relatedRowTest(store: Store, atom: RelatedAtom, asOf: number): RowTest | null {
  const { entity, where, window } = atom;
  const table = store.tables[entity];
  const { live } = table;
  const dated = window
    ? attributeTest(store, table, `${entity}.${window.field}`, { test: 'dates', bounds: window.bounds }, asOf)
    : null;
  const passes = where ? formTest(store, table, where, asOf) : null;
  if ((window && !dated) || (where && !passes)) return null;
  // Tests are kept, and rows may die meanwhile.
  const isLive = (row: number) => !table.hasDead || hasBit(live, row);
  if (dated && passes) return (row) => dated(row) && passes(row) && isLive(row);
  const one = dated ?? passes;
  return one ? (row) => one(row) && isLive(row) : isLive;
}
