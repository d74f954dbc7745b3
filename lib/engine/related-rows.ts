import type { AttributeAtom, RelatedAtom, Relational, ValueTest } from '#lib/rules/relational.ts';
import { and, type Bits, hasBit } from './bitset.ts';
import { attributeBits } from './attribute-bits.ts';
import { atomsOf, formBits } from './form-bits.ts';
import { postingLength, type Postings, withinDates } from './postings.ts';
import { attributeTest, formTest, type RowTest } from './row-test.ts';
import type { Store, Table } from './store.ts';
import { passingCodes } from './value-tests.ts';

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
  if (dated && passes) return (row) => hasBit(live, row) && dated(row) && passes(row);
  const one = dated ?? passes;
  return one ? (row) => hasBit(live, row) && one(row) : (row) => hasBit(live, row);
}

type Posted = { postings: Postings; codes: readonly number[]; rows: number };

/** Conditions that every row has to pass and whose rows are grouped. */
function postedParts(store: Store, table: Table, form: Relational): Posted[] {
  if (form.kind === 'and') return form.parts.flatMap((part) => postedParts(store, table, part));
  if (form.kind !== 'attribute') return [];
  const column = table.columns.get(form.field);
  const postings = table.postings.get(form.field);
  if (column?.kind !== 'code' || !postings || form.test.test === 'present') return [];
  const codes = passingCodes(column, form.test, store.dictionaries);
  return codes ? [{ postings, codes, rows: postingLength(postings, codes) }] : [];
}

/** The stretches of the grouped rows that can pass, so that a window of a month does not read a year. */
function stretchesOf(atom: RelatedAtom, { postings, codes }: Posted): [number, number][] {
  const { starts, ladder } = postings;
  const { window } = atom;
  const isDated = window !== null && ladder?.field === `${atom.entity}.${window.field}`;
  return codes.map((code): [number, number] => {
    const start = starts[code] ?? 0;
    const end = starts[code + 1] ?? start;
    return isDated ? withinDates(ladder, start, end, window.bounds) : [start, end];
  });
}

/**
 * Calls `visit` with every live row that a related condition looks at, by way of the smallest group of rows that holds
 * them all. Returns false, without a call, when there is none or it is hardly smaller than the table.
 */
export function visitPostedRows(
  store: Store,
  atom: RelatedAtom,
  asOf: number,
  visit: (row: number) => void,
): boolean {
  const table = store.tables[atom.entity];
  const everyRow = table.postings.get('');
  const posted = atom.where ? postedParts(store, table, atom.where) : [];
  if (everyRow) posted.push({ postings: everyRow, codes: [0], rows: table.used });
  let best: { stretches: [number, number][]; rows: Int32Array; length: number } | null = null;
  for (const part of posted) {
    const stretches = stretchesOf(atom, part);
    const length = stretches.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0);
    if (!best || length < best.length) best = { stretches, rows: part.postings.rows, length };
  }
  const passes = best && best.length * 3 < table.used ? relatedRowTest(store, atom, asOf) : null;
  if (!best || !passes) return false;
  const { loose } = table;
  const hasLoose = loose.size > 0;
  for (const [from, to] of best.stretches) {
    for (let place = from; place < to; place++) {
      const row = best.rows[place]!;
      if (hasLoose && loose.has(row)) continue;
      if (passes(row)) visit(row);
    }
  }
  for (const row of loose) if (passes(row)) visit(row);
  return true;
}
