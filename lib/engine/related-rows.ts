import type { AttributeAtom, RelatedAtom, Relational, ValueTest } from '#lib/rules/relational.ts';
import { and, type Bits, hasBit } from './bitset.ts';
import { attributeBits } from './attribute-bits.ts';
import { atomsOf, formBits } from './form-bits.ts';
import { keepAttribute, keepForm, type KeepRows, keepSettled } from './keep-rows.ts';
import { type Postings, type Stretch, withinDates } from './postings.ts';
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
  // Tests are kept, and rows may die meanwhile.
  const isLive = (row: number) => !table.hasDead || hasBit(live, row);
  if (dated && passes) return (row) => dated(row) && passes(row) && isLive(row);
  const one = dated ?? passes;
  return one ? (row) => one(row) && isLive(row) : isLive;
}

type Posted = { postings: Postings; codes: readonly number[]; part: Relational | null };

/** Conditions that every row has to pass and whose rows are grouped. */
function postedParts(store: Store, table: Table, form: Relational): Posted[] {
  if (form.kind === 'and') return form.parts.flatMap((part) => postedParts(store, table, part));
  if (form.kind !== 'attribute') return [];
  const column = table.columns.get(form.field);
  const postings = table.postings.get(form.field);
  if (column?.kind !== 'code' || !postings || form.test.test === 'present') return [];
  const codes = passingCodes(column, form.test, store.dictionaries);
  return codes ? [{ postings, codes, part: form }] : [];
}

/** The form without one of its parts, which is known to hold; null when nothing else is asked. */
function without(form: Relational | null, part: Relational | null): Relational | null {
  if (!form || form === part) return null;
  if (form.kind !== 'and') return form;
  const parts = form.parts.flatMap((one) => without(one, part) ?? []);
  return parts.length === 0 ? null : { kind: 'and', parts };
}

/** The stretches of the grouped rows that can pass, so that a window of a month does not read a year. */
function stretchesOf(atom: RelatedAtom, { postings, codes }: Posted): Stretch[] {
  const { starts, ladder } = postings;
  const { window } = atom;
  const isDated = window !== null && ladder?.field === `${atom.entity}.${window.field}`;
  return codes.map((code) => {
    const from = starts[code] ?? 0;
    const to = starts[code + 1] ?? from;
    if (isDated) return withinDates(ladder, from, to, window.bounds);
    return { from, to, sureFrom: window ? to : from, sureTo: to };
  });
}

function smallestGroup(atom: RelatedAtom, posted: readonly Posted[]) {
  let best: { group: Posted; stretches: Stretch[]; length: number } | null = null;
  for (const group of posted) {
    const stretches = stretchesOf(atom, group);
    const length = stretches.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
    if (!best || length < best.length) best = { group, stretches, length };
  }
  return best;
}

/** What keeps the rows that a related condition looks at of those that are still as they were grouped. */
function keepRelated(
  store: Store,
  table: Table,
  { entity, window, where }: RelatedAtom,
  asOf: number,
): KeepRows[] | null {
  const dates = window && {
    field: `${entity}.${window.field}`,
    test: { test: 'dates' as const, bounds: window.bounds },
  };
  const dated = dates ? keepAttribute(store, table, dates.field, dates.test, asOf) : null;
  const passing = where ? keepForm(store, table, where, asOf) : [];
  if ((dates && !dated) || !passing) return null;
  return [...(dated ? [dated] : []), ...passing, ...keepSettled(table)];
}

/** Rows one after another, with the account of each where that is at hand. */
export type RowList = { rows: Int32Array; owners: Int32Array | null };

/**
 * Every live row that a related condition looks at, in a few lists, by way of the smallest group of rows that holds
 * them all; null when there is none or it is hardly smaller than the table.
 */
export function postedRows(store: Store, atom: RelatedAtom, asOf: number): RowList[] | null {
  const table = store.tables[atom.entity];
  const everyRow = table.postings.get('');
  const posted = atom.where ? postedParts(store, table, atom.where) : [];
  if (everyRow) posted.push({ postings: everyRow, codes: [0], part: null });
  const best = smallestGroup(atom, posted);
  const passes = best && best.length * 3 < table.used ? relatedRowTest(store, atom, asOf) : null;
  if (!best || !passes) return null;
  const { rows, owners } = best.group.postings;
  const rest = without(atom.where, best.group.part);
  const { loose } = table;
  const isPlain = !rest && !table.hasDead && loose.size === 0;
  const keeps = keepRelated(store, table, { ...atom, where: rest }, asOf);
  if (!keeps) return null;
  const found: RowList[] = [];
  const look = (from: number, to: number) => {
    if (from >= to) return;
    const kept = rows.slice(from, to);
    const used = keeps.reduce((count, keep) => keep(kept, count), kept.length);
    found.push({ rows: kept.subarray(0, used), owners: null });
  };
  for (const { from, to, sureFrom, sureTo } of best.stretches) {
    const [plainFrom, plainTo] = isPlain ? [sureFrom, sureTo] : [to, to];
    look(from, plainFrom);
    if (plainFrom < plainTo) {
      const stretch = owners ? owners.subarray(plainFrom, plainTo) : null;
      found.push({ rows: rows.subarray(plainFrom, plainTo), owners: stretch });
    }
    look(Math.max(plainFrom, plainTo), to);
  }
  if (loose.size > 0) found.push({ rows: Int32Array.from([...loose].filter(passes)), owners: null });
  return found;
}
