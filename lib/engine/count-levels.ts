import { type Bits, emptyBits } from './bitset.ts';
import type { TakeKeys } from './posted-keys.ts';

/** Counts up to this are told apart by sets alone. */
export const MOST_LEVELS = 3;

function raiseOne(keys: Int32Array, from: number, to: number, first: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const key = keys[at]!;
    if (key >= 0) first[key >>> 5]! |= 1 << (key & 31);
  }
}

function raiseTwo(keys: Int32Array, from: number, to: number, first: Uint32Array, second: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const key = keys[at]!;
    if (key < 0) continue;
    const word = key >>> 5;
    const bit = 1 << (key & 31);
    const seen = first[word]!;
    second[word]! |= seen & bit;
    first[word] = seen | bit;
  }
}

function raiseThree(
  keys: Int32Array,
  from: number,
  to: number,
  first: Uint32Array,
  second: Uint32Array,
  third: Uint32Array,
): void {
  for (let at = from; at < to; at++) {
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
 * Finds the keys that come at least `least` times (1 to `MOST_LEVELS`), negative ones aside: a key rises from the set of
 * those seen once to those seen twice and three times, and no counter is kept.
 */
export function countLevels(least: number, size: number): { take: TakeKeys; found: Bits } {
  const found = emptyBits(size);
  const levels = Array.from({ length: least }, (_, level) => (level === least - 1 ? found : emptyBits(size)));
  const [first, second, third] = levels.map(({ words }) => words);
  return {
    found,
    take: (keys, from, to) => {
      if (first && second && third) raiseThree(keys, from, to, first, second, third);
      else if (first && second) raiseTwo(keys, from, to, first, second);
      else if (first) raiseOne(keys, from, to, first);
    },
  };
}
