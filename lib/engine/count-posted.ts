import type { RelatedAtom } from '#lib/rules/relational.ts';
import { type Bits, emptyBits, setBit } from './bitset.ts';
import { measurePasses } from './compare-measure.ts';
import { countLevels, MOST_LEVELS } from './count-levels.ts';
import { visitPostedKeys } from './posted-keys.ts';
import type { Store } from './store.ts';

type Passes = (count: number) => boolean;

/** Counters by key that are all 0 between two uses, and the keys that were counted. */
type Scratch = { counts: Int32Array; touched: Int32Array };

const scratch = new Map<number, Scratch>();

function scratchOf(size: number): Scratch {
  const known = scratch.get(size);
  if (known) return known;
  const made = { counts: new Int32Array(size), touched: new Int32Array(size) };
  scratch.clear();
  scratch.set(size, made);
  return made;
}

function countUp(
  { counts, touched }: Scratch,
  used: number,
  keys: Int32Array,
  from: number,
  to: number,
): number {
  let found = used;
  for (let at = from; at < to; at++) {
    const key = keys[at]!;
    if (key < 0) continue;
    const count = counts[key]!;
    if (count === 0) touched[found++] = key;
    counts[key] = count + 1;
  }
  return found;
}

/** Accounts by their counters. */
function countedBits(store: Store, atom: RelatedAtom, asOf: number, passes: Passes): Bits | null {
  const { capacity } = store.tables.account;
  const kept = scratchOf(capacity);
  let used = 0;
  const isPosted = visitPostedKeys(store, atom, asOf, (keys, from, to) => {
    used = countUp(kept, used, keys, from, to);
  });
  if (!isPosted) return null;
  const bits = emptyBits(capacity);
  const { counts, touched } = kept;
  for (let index = 0; index < used; index++) {
    const key = touched[index]!;
    if (passes(counts[key]!)) setBit(bits, key);
    counts[key] = 0;
  }
  return bits;
}

/** The fewest that pass where every larger count does too and sets tell it; null for another comparison. */
function leastPassing({ operator }: RelatedAtom, passes: Passes): number | null {
  if (operator !== 'known' && operator !== 'gte' && operator !== 'gt') return null;
  for (let count = 1; count <= MOST_LEVELS; count++) if (passes(count)) return count;
  return null;
}

/**
 * The accounts whose rows, counted, compare as asked, without looking at other rows than those of the smallest group
 * that holds them all; null when no group does.
 */
export function countPostedRows(store: Store, atom: RelatedAtom, asOf: number): Bits | null {
  const passes = measurePasses(atom);
  const least = leastPassing(atom, passes);
  if (least === null) return countedBits(store, atom, asOf, passes);
  const { take, found } = countLevels(least, store.tables.account.capacity);
  return visitPostedKeys(store, atom, asOf, take) ? found : null;
}
