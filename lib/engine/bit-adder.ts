/** A set that counts `factor` times in a sum, or (`isTurned`) those outside of it. */
export type AddedSet = { words: Uint32Array; isTurned: boolean; factor: number };

/** Slice k holds bit k of the sum of each record of the first `words` words. */
export type Slices = { slices: readonly Uint32Array[]; words: number };

/** Words that are added at a time, few enough for all slices of them to stay in the fastest memory. */
const BLOCK = 128;

/** Bits of one value, one a record: of a given set, or of a block in between. */
type Bit = { words: Uint32Array; isGiven: boolean };

type Step = { adds: readonly Bit[]; sum: Uint32Array; carry: Uint32Array };

function turnWords(to: Uint32Array, of: Uint32Array, from: number, count: number): void {
  for (let at = 0; at < count; at++) to[at] = ~of[from + at]!;
}

function addTwo({ adds, sum, carry }: Step, from: number, count: number): void {
  const [a, b] = adds as [Bit, Bit];
  const [left, right] = [a.words, b.words];
  const [leftFrom, rightFrom] = [a.isGiven ? from : 0, b.isGiven ? from : 0];
  for (let at = 0; at < count; at++) {
    const x = left[leftFrom + at]!;
    const y = right[rightFrom + at]!;
    sum[at] = x ^ y;
    carry[at] = x & y;
  }
}

function addThree({ adds, sum, carry }: Step, from: number, count: number): void {
  const [a, b, c] = adds as [Bit, Bit, Bit];
  const [first, second, third] = [a.words, b.words, c.words];
  const [firstFrom, secondFrom] = [a.isGiven ? from : 0, b.isGiven ? from : 0];
  const thirdFrom = c.isGiven ? from : 0;
  for (let at = 0; at < count; at++) {
    const x = first[firstFrom + at]!;
    const y = second[secondFrom + at]!;
    const z = third[thirdFrom + at]!;
    const either = x ^ y;
    sum[at] = either ^ z;
    carry[at] = (x & y) | (either & z);
  }
}

const block = (): Uint32Array => new Uint32Array(BLOCK);

/** Adders that leave a single bit at each place: three bits (or two) of one place become one and a carry to the next. */
function stepsFor(columns: readonly Bit[][], slices: number): { steps: Step[]; ends: (Bit | undefined)[] } {
  const steps: Step[] = [];
  const ends: (Bit | undefined)[] = [];
  let carried: Bit[] = [];
  for (let place = 0; place < slices; place++) {
    const waiting = [...(columns[place] ?? []), ...carried];
    carried = [];
    while (waiting.length > 1) {
      const step = { adds: waiting.splice(0, 3), sum: block(), carry: block() };
      steps.push(step);
      waiting.push({ words: step.sum, isGiven: false });
      carried.push({ words: step.carry, isGiven: false });
    }
    ends.push(waiting[0]);
  }
  return { steps, ends };
}

/**
 * Adds sets for every record, a word of 32 records at a time (carry-save adders, Hacker's Delight 5-1),
 * and gives the sums block by block; `from` is the first word of a block. `slices` bits have to be enough for the largest
 * sum, and `length` words are added.
 */
export function addBits(
  sets: readonly AddedSet[],
  slices: number,
  length: number,
  take: (sums: Slices, from: number) => void,
): void {
  const added = sets.map((set) => ({
    ...set,
    bit: set.isTurned ? { words: block(), isGiven: false } : { words: set.words, isGiven: true },
  }));
  const turned = added.filter(({ isTurned }) => isTurned);
  const columns = Array.from({ length: slices }, (_, place) =>
    added.filter(({ factor }) => (factor >>> place) & 1).map(({ bit }) => bit),
  );
  const { steps, ends } = stepsFor(columns, slices);
  // A slice that is a given set as it stands is copied, so that all of them begin at 0.
  const sums = ends.map((end) => (end && !end.isGiven ? end.words : block()));
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    for (const { words, bit } of turned) turnWords(bit.words, words, from, count);
    for (const step of steps) {
      if (step.adds.length === 3) addThree(step, from, count);
      else addTwo(step, from, count);
    }
    for (const [place, end] of ends.entries())
      if (end?.isGiven) sums[place]?.set(end.words.subarray(from, from + count));
    take({ slices: sums, words: count }, from);
  }
}
