import { type Bits, emptyBits } from './bitset.ts';

/** Counts up to this are told apart by sets alone. */
export const MOST_LEVELS = 3;

function raiseOne(keys: Int32Array, first: Uint32Array): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (key >= 0) first[key >>> 5]! |= 1 << (key & 31);
  }
}

function raiseTwo(keys: Int32Array, first: Uint32Array, second: Uint32Array): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (key < 0) continue;
    const word = key >>> 5;
    const bit = 1 << (key & 31);
    const seen = first[word]!;
    second[word]! |= seen & bit;
    first[word] = seen | bit;
  }
}

function raiseThree(keys: Int32Array, first: Uint32Array, second: Uint32Array, third: Uint32Array): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (key < 0) continue;
    const word = key >>> 5;
    const bit = 1 << (key & 31);
    const once = first[word]!;
    const twice = second[word]!;
    third[word]! |= twice & bit;
    second[word] = twice | (once & bit);
    first[word] = once | bit;
  }
}

/**
 * The keys that come at least `least` times (1 to `MOST_LEVELS`) in the lists, negative ones aside: a key rises from the
 * set of those seen once to those seen twice and three times, and no counter is kept.
 */
export function raiseLevels(lists: readonly Int32Array[], least: number, size: number): Bits {
  const levels = Array.from({ length: least }, () => emptyBits(size));
  const [first, second, third] = levels.map(({ words }) => words);
  for (const keys of lists) {
    if (first && second && third) raiseThree(keys, first, second, third);
    else if (first && second) raiseTwo(keys, first, second);
    else if (first) raiseOne(keys, first);
  }
  return levels.at(-1) ?? emptyBits(size);
}
