import type { RelatedAtom, Relational } from '#lib/rules/relational.ts';
import { keepAttribute, keepForm, type KeepRows, keepSettled } from './keep-rows.ts';
import { type Postings, type Stretch, withinDates } from './postings.ts';
import { relatedRowTest } from './related-rows.ts';
import type { Store, Table } from './store.ts';
import { passingCodes } from './value-tests.ts';

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
): { dated: KeepRows[]; others: KeepRows[] } | null {
  const dates = window && { test: 'dates' as const, bounds: window.bounds };
  const dated = dates ? keepAttribute(store, table, `${entity}.${window.field}`, dates, asOf) : null;
  const passing = where ? keepForm(store, table, where, asOf) : [];
  if ((dates && !dated) || !passing) return null;
  return { dated: dated ? [dated] : [], others: [...passing, ...keepSettled(table)] };
}

/** Takes the accounts (-1 = none) that stand at places `from` to `to`; the array is another one's afterwards. */
export type TakeKeys = (keys: Int32Array, from: number, to: number) => void;

/** Rows looked at together: a stretch may be long, and memory is written fastest where it was written just before. */
const CHUNK = 4_096;
const chunk = { rows: new Int32Array(CHUNK), keys: new Int32Array(CHUNK) };

function lookUp(rows: Int32Array, used: number, accounts: Int32Array, keys: Int32Array): void {
  for (let at = 0; at < used; at++) keys[at] = accounts[rows[at]!]!;
}

/** Visits the accounts of those rows from `from` to `to` that all of `keeps` keep. */
function visitStretch(
  { rows, owners }: Postings,
  [from, to]: readonly [number, number],
  keeps: readonly KeepRows[],
  accounts: Int32Array,
  take: TakeKeys,
): void {
  if (owners && keeps.length === 0 && from < to) {
    take(owners, from, to);
    return;
  }
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK);
    chunk.rows.set(rows.subarray(start, end));
    const used = keeps.reduce((count, keep) => keep(chunk.rows, count), end - start);
    lookUp(chunk.rows, used, accounts, chunk.keys);
    take(chunk.keys, 0, used);
  }
}

/**
 * Visits the account of every live row that a related condition looks at, by way of the smallest group of rows that
 * holds them all; false when there is none or it is hardly smaller than the table.
 */
export function visitPostedKeys(store: Store, atom: RelatedAtom, asOf: number, take: TakeKeys): boolean {
  const table = store.tables[atom.entity];
  const everyRow = table.postings.get('');
  const posted = atom.where ? postedParts(store, table, atom.where) : [];
  if (everyRow) posted.push({ postings: everyRow, codes: [0], part: null });
  const best = smallestGroup(atom, posted);
  const passes = best && best.length * 3 < table.used ? relatedRowTest(store, atom, asOf) : null;
  if (!best || !passes) return false;
  const keeps = keepRelated(store, table, { ...atom, where: without(atom.where, best.group.part) }, asOf);
  if (!keeps) return false;
  const { accounts, loose } = table;
  const { dated, others } = keeps;
  const visit = (from: number, to: number, kept: readonly KeepRows[]) =>
    visitStretch(best.group.postings, [from, to], kept, accounts, take);
  for (const { from, to, sureFrom, sureTo } of best.stretches) {
    visit(from, sureFrom, [...dated, ...others]);
    visit(sureFrom, sureTo, others);
    visit(sureTo, to, [...dated, ...others]);
  }
  const changed = Int32Array.from([...loose].filter(passes), (row) => accounts[row]!);
  take(changed, 0, changed.length);
  return true;
}
