import type { RelatedAtom } from '#lib/rules/relational.ts';
import { type Bits, emptyBits, setBit } from './bitset.ts';
import { measurePasses } from './compare-measure.ts';
import { visitPostedRows } from './related-rows.ts';
import type { Store } from './store.ts';

/** Counters by key that are all 0 between two uses. */
const scratch = new Map<number, { counts: Int32Array; touched: Int32Array }>();

function scratchOf(size: number): { counts: Int32Array; touched: Int32Array } {
  const known = scratch.get(size);
  if (known) return known;
  const made = { counts: new Int32Array(size), touched: new Int32Array(size) };
  scratch.clear();
  scratch.set(size, made);
  return made;
}

/**
 * The keys whose rows, counted, compare as asked, without looking at other rows than those of the smallest group that
 * holds them all; null when no group does. `keys` names the key of each row, -1 = none.
 */
export function countPostedRows(
  store: Store,
  atom: RelatedAtom,
  asOf: number,
  { keys, size }: { keys: Int32Array; size: number },
): Bits | null {
  const bits = emptyBits(size);
  const passes = measurePasses(atom);
  if (passes(1) && passes(2) && passes(Number.MAX_SAFE_INTEGER)) {
    const isDone = visitPostedRows(store, atom, asOf, (row) => {
      const key = keys[row]!;
      if (key >= 0) setBit(bits, key);
    });
    return isDone ? bits : null;
  }
  const { counts, touched } = scratchOf(size);
  let found = 0;
  const isDone = visitPostedRows(store, atom, asOf, (row) => {
    const key = keys[row]!;
    if (key < 0) return;
    if (counts[key] === 0) touched[found++] = key;
    counts[key]! += 1;
  });
  for (let index = 0; index < found; index++) {
    const key = touched[index]!;
    if (passes(counts[key]!)) setBit(bits, key);
    counts[key] = 0;
  }
  return isDone ? bits : null;
}
