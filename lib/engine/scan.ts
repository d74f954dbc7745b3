import { type Bits, emptyBits } from './bitset.ts';

/**
 * Scans write a whole word of 32 rows at a time: arrays are a multiple of 32 long. They never branch on a row, because a
 * branch that half of the rows take costs ten times as much as the comparison.
 */

/** Rows whose number lies in [low, high]; NaN never does. */
export function rangeBits(values: Float64Array, low: number, high: number): Bits {
  const bits = emptyBits(values.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift++, row++) {
      const value = values[row]!;
      found |= (Number(value >= low) & Number(value <= high)) << shift;
    }
    words[word] = found;
  }
  return bits;
}

/** Rows that have one of the codes; 0 is none. */
export function codeBits(codes: Int32Array, wanted: readonly number[]): Bits {
  const bits = emptyBits(codes.length);
  const { words } = bits;
  const marks = marksOf(wanted);
  const mask = marks.length - 1;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift++, row++) {
      const code = codes[row]!;
      found |= (marks[code & mask]! & Number(code <= mask)) << shift;
    }
    words[word] = found;
  }
  return bits;
}

/** Rows that have a code at all. */
export function codedBits(codes: Int32Array): Bits {
  const bits = emptyBits(codes.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift++, row++) found |= Number(codes[row] !== 0) << shift;
    words[word] = found;
  }
  return bits;
}

/** Rows whose flag lies in [low, high]. */
export function flagBits(flags: Uint8Array, low: number, high: number): Bits {
  const bits = emptyBits(flags.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift++, row++) {
      const flag = flags[row]!;
      found |= (Number(flag >= low) & Number(flag <= high)) << shift;
    }
    words[word] = found;
  }
  return bits;
}

/** No row in memory has a code past this, but an id that somebody wrote into a rule may be any number. */
const LAST_CODE = 2 ** 28 - 1;

/** 1 for each of the codes that a row can have, but for 0; as long as a power of 2. */
export function marksOf(codes: readonly number[]): Uint8Array {
  const possible = codes.filter((code) => code > 0 && code <= LAST_CODE);
  const most = possible.reduce((largest, code) => Math.max(largest, code), 0);
  const marks = new Uint8Array(2 ** (32 - Math.clz32(most)));
  for (const code of possible) marks[code] = 1;
  return marks;
}

const asDouble = new Float64Array(1);
const asInteger = new BigInt64Array(asDouble.buffer);

/** The next double above a finite number, so that "more than" is a range with its ends included. */
export function nextAbove(number: number): number {
  if (number === 0) return Number.MIN_VALUE;
  asDouble[0] = number;
  asInteger[0] = (asInteger[0] ?? 0n) + (number > 0 ? 1n : -1n);
  return asDouble[0] ?? number;
}

export function nextBelow(number: number): number {
  return -nextAbove(-number);
}
