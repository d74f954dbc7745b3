import type { RelatedAtom } from '#lib/rules/relational.ts';
import { type Bits, forEachBit, hasBit } from './bitset.ts';
import { type Column, comparableAt } from './columns.ts';
import type { Links } from './links.ts';

type Visit = (key: number, row: number) => void;

/** Calls `visit` for every link of a row in the set. */
function forEachLink({ rows, keys, count }: Links, among: Bits, visit: Visit): void {
  if (rows === null) {
    forEachBit(among, (row) => {
      const key = row < count ? (keys[row] ?? -1) : -1;
      if (key >= 0) visit(key, row);
    });
    return;
  }
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? -1;
    const row = rows[at] ?? -1;
    if (key >= 0 && row >= 0 && hasBit(among, row)) visit(key, row);
  }
}

/** How many rows of the set count for each key; NaN for none, so that a comparison never holds. */
export function countRows(links: Links, among: Bits): Float64Array {
  const counts = new Int32Array(links.size);
  forEachLink(links, among, (key) => {
    counts[key]! += 1;
  });
  const measured = new Float64Array(links.size).fill(Number.NaN);
  for (let key = 0; key < counts.length; key++) if (counts[key] !== 0) measured[key] = counts[key]!;
  return measured;
}

/** Each number of a measured field with whom it counts for; null when links and values both fan out. */
function forEachNumber(
  links: Links,
  among: Bits,
  column: Column,
  visit: (key: number, number: number) => void,
): boolean {
  if (column.kind !== 'side') {
    forEachLink(links, among, (key, row) => {
      const number = comparableAt(column, row);
      if (!Number.isNaN(number)) visit(key, number);
    });
    return true;
  }
  if (links.rows !== null || column.span) return false;
  for (let at = 0; at < column.used; at++) {
    const row = column.owners[at] ?? -1;
    const key = row >= 0 && row < links.count && hasBit(among, row) ? (links.keys[row] ?? -1) : -1;
    const number = key < 0 ? Number.NaN : comparableAt(column.value, at);
    if (!Number.isNaN(number)) visit(key, number);
  }
  return true;
}

/** Sums with what each addition lost (Neumaier), as SQLite's total() and the single evaluator do. */
function addNumbers(size: number) {
  const sums = new Float64Array(size);
  const lost = new Float64Array(size);
  const counts = new Int32Array(size);
  const add = (key: number, number: number): void => {
    const sum = sums[key]!;
    const next = sum + number;
    lost[key]! += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sums[key] = next;
    counts[key]! += 1;
  };
  return { sums, lost, counts, add };
}

/**
 * What the rows of the set measure for each key; NaN for a key without rows, or without values where the measure
 * needs one. Null when it cannot be measured here.
 */
export function measureRows(
  { measure }: RelatedAtom,
  links: Links,
  among: Bits,
  columnOf: (field: string) => Column | undefined,
): Float64Array | null {
  const counts = countRows(links, among);
  if (measure.fn === 'count' || measure.field === null) return counts;
  const column = columnOf(measure.field);
  if (!column) return null;
  const each = (visit: (key: number, number: number) => void) => forEachNumber(links, among, column, visit);
  const measured = new Float64Array(links.size).fill(Number.NaN);
  switch (measure.fn) {
    case 'min':
    case 'max': {
      const isMin = measure.fn === 'min';
      const isDone = each((key, number) => {
        const known = measured[key]!;
        if (Number.isNaN(known) || (isMin ? number < known : number > known)) measured[key] = number;
      });
      return isDone ? measured : null;
    }
    case 'countDistinct': {
      const seen = new Map<number, Set<number>>();
      const isDone = each((key, number) => {
        const values = seen.get(key);
        if (values) values.add(number);
        else seen.set(key, new Set([number]));
      });
      if (!isDone) return null;
      return counts.map((count, key) => (Number.isNaN(count) ? count : (seen.get(key)?.size ?? 0)));
    }
    default: {
      const { sums, lost, counts: added, add } = addNumbers(links.size);
      if (!each(add)) return null;
      for (let key = 0; key < links.size; key++) {
        const total = sums[key]! + lost[key]!;
        if (measure.fn === 'sum') measured[key] = Number.isNaN(counts[key]!) ? Number.NaN : total;
        else if (added[key]! > 0) measured[key] = total / added[key]!;
      }
      return measured;
    }
  }
}
