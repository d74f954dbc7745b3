import type { AttributeAtom, RelatedAtom, ValueTest } from '#lib/rules/relational.ts';
import { and, type Bits } from './bitset.ts';
import { attributeBits } from './attribute-bits.ts';
import { atomsOf, formBits } from './form-bits.ts';
import type { Store } from './store.ts';

/** Keeps a set by a name, with the kinds of record it was made from. */
export type Memo = (name: string, make: () => Bits | null) => Bits | null;

/** The live rows that a related condition looks at: within its window and passing its `where`; null = not here. */
export function relatedRows(store: Store, atom: RelatedAtom, asOf: number, memo: Memo): Bits | null {
  const { entity, where, window } = atom;
  const table = store.tables[entity];
  const rowsWith = (field: string, test: ValueTest) =>
    memo(`rows ${field} ${JSON.stringify(test)}`, () => attributeBits(store, table, field, test, asOf));
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
