import { type Bits, emptyBits } from './bitset.ts';

/** Scans write a whole word of 32 rows at a time, four rows a step: arrays are a multiple of 32 long. */

/** Rows whose number lies in [low, high]; NaN never does. */
export function rangeBits(values: Float64Array, low: number, high: number): Bits {
  const bits = emptyBits(values.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift += 4, row += 4) {
      const a = values[row]!;
      const b = values[row + 1]!;
      const c = values[row + 2]!;
      const d = values[row + 3]!;
      found |=
        ((a >= low && a <= high ? 1 : 0) |
          (b >= low && b <= high ? 2 : 0) |
          (c >= low && c <= high ? 4 : 0) |
          (d >= low && d <= high ? 8 : 0)) <<
        shift;
    }
    words[word] = found;
  }
  return bits;
}

/** Rows whose code is marked 1 in `marks`; codes past its end are not. */
export function markedBits(codes: Int32Array | Uint8Array, marks: Uint8Array): Bits {
  const bits = emptyBits(codes.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift += 4, row += 4) {
      found |=
        ((marks[codes[row]!] ?? 0) |
          ((marks[codes[row + 1]!] ?? 0) << 1) |
          ((marks[codes[row + 2]!] ?? 0) << 2) |
          ((marks[codes[row + 3]!] ?? 0) << 3)) <<
        shift;
    }
    words[word] = found;
  }
  return bits;
}

/** Rows that have a code at all. */
export function codedBits(codes: Int32Array | Uint8Array): Bits {
  const bits = emptyBits(codes.length);
  const { words } = bits;
  for (let word = 0, row = 0; word < words.length; word++) {
    let found = 0;
    for (let shift = 0; shift < 32; shift += 4, row += 4) {
      found |=
        ((codes[row] !== 0 ? 1 : 0) |
          (codes[row + 1] !== 0 ? 2 : 0) |
          (codes[row + 2] !== 0 ? 4 : 0) |
          (codes[row + 3] !== 0 ? 8 : 0)) <<
        shift;
    }
    words[word] = found;
  }
  return bits;
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
