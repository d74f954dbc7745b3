import { type Bits, emptyBits, fullBits, hasBit, maskLastWord } from './bitset.ts';
import { addBits, type Slices } from './bit-adder.ts';

/** A condition of a score: what it adds for each record in the set; below 0 it takes away. */
export type WeightedSet = { bits: Bits; weight: number };

/** Sums up to this many bits are added a word of 32 records at a time. */
const MOST_SLICES = 24;

/** The score of each record by ordinal: the weights of its sets added in their order. */
export function weightedSums(parts: readonly WeightedSet[], size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const { bits, weight } of parts) {
    for (let ordinal = 0; ordinal < size; ordinal++) if (hasBit(bits, ordinal)) sums[ordinal]! += weight;
  }
  return sums;
}

function summedAtLeast(parts: readonly WeightedSet[], threshold: number, size: number): Bits {
  const found = emptyBits(size);
  const sums = weightedSums(parts, size);
  for (let ordinal = 0; ordinal < size; ordinal++) {
    if (sums[ordinal]! >= threshold) found.words[ordinal >>> 5]! |= 1 << (ordinal & 31);
  }
  return found;
}

/** Whether sums reach a bound, from the lowest slice up: a higher one outweighs all below it. */
function reaches({ slices, words }: Slices, bound: number, into: Uint32Array, from: number): void {
  for (let at = 0; at < words; at++) into[from + at] = 0xffffffff;
  for (const [place, slice] of slices.entries()) {
    const isAsked = ((bound >>> place) & 1) === 1;
    if (isAsked) for (let at = 0; at < words; at++) into[from + at]! &= slice[at]!;
    else for (let at = 0; at < words; at++) into[from + at]! |= slice[at]!;
  }
}

/**
 * Records whose score reaches a threshold. Whole weights are added bit by bit over all 32 records of a word; a weight
 * below 0 counts for those outside of its set, with the threshold moved as far.
 */
export function weightedAtLeast(parts: readonly WeightedSet[], threshold: number, size: number): Bits {
  const most = parts.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const slices = Math.floor(Math.log2(Math.max(1, most))) + 1;
  if (!parts.every(({ weight }) => Number.isInteger(weight)) || slices > MOST_SLICES) {
    return summedAtLeast(parts, threshold, size);
  }
  const moved = parts.reduce((sum, { weight }) => (weight < 0 ? sum - weight : sum), Math.ceil(threshold));
  if (moved <= 0) return fullBits(size);
  const found = emptyBits(size);
  if (moved > most) return found;
  const inputs = parts.map(({ bits, weight }) => ({
    words: bits.words,
    isTurned: weight < 0,
    factor: Math.abs(weight),
  }));
  addBits(inputs, slices, found.words.length, (sums, from) => reaches(sums, moved, found.words, from));
  return maskLastWord(found);
}
