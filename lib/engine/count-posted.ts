import type { RelatedAtom } from '#lib/rules/relational.ts';
import { type Bits, emptyBits, setBit } from './bitset.ts';
import { measurePasses } from './compare-measure.ts';
import { MOST_LEVELS, raiseLevels } from './count-levels.ts';
import { postedRows, type RowList } from './related-rows.ts';
import type { Store } from './store.ts';

type Passes = (count: number) => boolean;

/** Counters by key that are all 0 between two uses, and the keys that were counted. */
type Scratch = { small: Uint8Array; large: Int32Array; touched: Int32Array };

const SMALL = 255;
const scratch = new Map<number, Scratch>();

function scratchOf(size: number): Scratch {
  const known = scratch.get(size);
  if (known) return known;
  const made = { small: new Uint8Array(size), large: new Int32Array(size), touched: new Int32Array(size) };
  scratch.clear();
  scratch.set(size, made);
  return made;
}

/** The account of each row, -1 = none. */
function ownersOf({ rows, owners }: RowList, accounts: Int32Array): Int32Array {
  if (owners) return owners;
  const found = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) found[at] = accounts[rows[at]!]!;
  return found;
}

function countUp(
  counts: Uint8Array | Int32Array,
  most: number,
  keys: Int32Array,
  touched: Int32Array,
  from: number,
) {
  let found = from;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (key < 0) continue;
    const count = counts[key]!;
    if (count === 0) touched[found++] = key;
    if (count < most) counts[key] = count + 1;
  }
  return found;
}

/** Accounts by their counters. */
function countedBits(
  lists: readonly Int32Array[],
  { value }: RelatedAtom,
  passes: Passes,
  capacity: number,
): Bits {
  const bits = emptyBits(capacity);
  const { small, large, touched } = scratchOf(capacity);
  // A count that stands at the top of a byte compares like every larger one.
  const isSmall = value.low < SMALL && value.high < SMALL;
  const counts = isSmall ? small : large;
  let found = 0;
  for (const keys of lists) {
    found = countUp(counts, isSmall ? SMALL : Number.MAX_SAFE_INTEGER, keys, touched, found);
  }
  for (let index = 0; index < found; index++) {
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
  const lists = postedRows(store, atom, asOf);
  if (!lists) return null;
  const { accounts } = store.tables[atom.entity];
  const { capacity } = store.tables.account;
  const keys = lists.map((list) => ownersOf(list, accounts));
  const passes = measurePasses(atom);
  const least = leastPassing(atom, passes);
  return least === null ? countedBits(keys, atom, passes, capacity) : raiseLevels(keys, least, capacity);
}
