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

/**
 * How many of `among` fail a part and no other one, by part. A record fails a part that it is outside of, or (`isTurned`)
 * that it is in.
 */
export function countSingleFailures(parts: readonly Bits[], isTurned: boolean, among: Bits): number[] {
  const turn = isTurned ? 0 : -1;
  const noted = emptyNotes(among.words.length);
  for (const { words } of parts) noteFailures(noted, words, turn);
  const single = keepSingle(noted, among.words);
  return parts.map(({ words }) => countFailures(single, words, turn));
}
