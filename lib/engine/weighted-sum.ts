import { type Bits, emptyBits, fullBits, hasBit } from './bitset.ts';

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

/**
 * Records whose score reaches a threshold. Whole weights are added bit by bit over all 32 records of a word (slice k
 * holds bit k of each sum); a weight below 0 counts for those outside of its set, with the threshold moved as far.
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
  // One step an added bit: which set, and from which slice on its carry runs.
  const steps = parts.flatMap(({ weight }, part) =>
    Array.from({ length: slices }, (_, slice) => ({ part, slice })).filter(
      ({ slice }) => (Math.abs(weight) >>> slice) & 1,
    ),
  );
  const fromSlice = Int32Array.from(steps, ({ slice }) => slice);
  const setOf = steps.map(({ part }) => parts[part]?.bits.words ?? found.words);
  const turn = Int32Array.from(steps, ({ part }) => ((parts[part]?.weight ?? 0) < 0 ? -1 : 0));
  const sum = new Int32Array(slices + 1);
  for (let word = 0; word < found.words.length; word++) {
    sum.fill(0);
    for (let step = 0; step < setOf.length; step++) {
      let carry = setOf[step]![word]! ^ turn[step]!;
      for (let slice = fromSlice[step]!; carry !== 0; slice++) {
        const before = sum[slice]!;
        sum[slice] = before ^ carry;
        carry = before & carry;
      }
    }
    let above = 0;
    let equal = -1;
    for (let slice = slices - 1; slice >= 0; slice--) {
      if ((moved >>> slice) & 1) equal &= sum[slice]!;
      else {
        above |= equal & sum[slice]!;
        equal &= ~sum[slice]!;
      }
    }
    found.words[word] = above | equal;
  }
  const last = size & 31;
  if (last !== 0) found.words[found.words.length - 1]! &= 2 ** last - 1;
  return found;
}
