import { type Bits, popcount } from './bitset.ts';

/** What is noted of each word while parts are looked at one after another; kept for the next question. */
type Notes = { once: Int32Array; twice: Int32Array };

let notes: Notes = { once: new Int32Array(0), twice: new Int32Array(0) };

function emptyNotes(length: number): Notes {
  if (notes.once.length !== length) notes = { once: new Int32Array(length), twice: new Int32Array(length) };
  notes.once.fill(0);
  notes.twice.fill(0);
  return notes;
}

function noteFailures({ once, twice }: Notes, words: Uint32Array, turn: number): void {
  for (let index = 0; index < words.length; index++) {
    const fails = words[index]! ^ turn;
    const before = once[index]!;
    twice[index]! |= before & fails;
    once[index] = before | fails;
  }
}

function keepSingle({ once, twice }: Notes, among: Uint32Array): Int32Array {
  for (let index = 0; index < among.length; index++) {
    once[index] = once[index]! & ~twice[index]! & among[index]!;
  }
  return once;
}

function countFailures(single: Int32Array, words: Uint32Array, turn: number): number {
  let count = 0;
  for (let index = 0; index < words.length; index++)
    count += popcount((words[index]! ^ turn) & single[index]!);
  return count;
}

function countOfTwo(a: Uint32Array, b: Uint32Array, among: Uint32Array, turn: number): number[] {
  let [first, second] = [0, 0];
  for (let index = 0; index < among.length; index++) {
    const x = a[index]! ^ turn;
    const y = b[index]! ^ turn;
    const single = (x ^ y) & among[index]!;
    first += popcount(single & x);
    second += popcount(single & y);
  }
  return [first, second];
}

function countOfThree(
  a: Uint32Array,
  b: Uint32Array,
  c: Uint32Array,
  among: Uint32Array,
  turn: number,
): number[] {
  let [first, second, third] = [0, 0, 0];
  for (let index = 0; index < among.length; index++) {
    const x = a[index]! ^ turn;
    const y = b[index]! ^ turn;
    const z = c[index]! ^ turn;
    const single = (x ^ y ^ z) & ~(x & y & z) & among[index]!;
    first += popcount(single & x);
    second += popcount(single & y);
    third += popcount(single & z);
  }
  return [first, second, third];
}

/**
 * How many of `among` fail a part and no other one, by part. A record fails a part that it is outside of, or (`isTurned`)
 * that it is in. Groups of two and three, as most are, take one pass and no notes.
 */
export function countSingleFailures(parts: readonly Bits[], isTurned: boolean, among: Bits): number[] {
  const turn = isTurned ? 0 : -1;
  const [a, b, c, d] = parts;
  if (a && b && !c) return countOfTwo(a.words, b.words, among.words, turn);
  if (a && b && c && !d) return countOfThree(a.words, b.words, c.words, among.words, turn);
  const noted = emptyNotes(among.words.length);
  for (const { words } of parts) noteFailures(noted, words, turn);
  const single = keepSingle(noted, among.words);
  return parts.map(({ words }) => countFailures(single, words, turn));
}
