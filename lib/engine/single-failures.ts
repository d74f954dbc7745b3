import { type Bits, popcount } from './bitset.ts';

/** Words looked at together: what is noted of them stays in the fastest memory. */
const BLOCK = 512;

/**
 * How many of `among` fail a part and no other one, by part. A record fails a part that it is outside of, or (`isTurned`)
 * that it is in.
 */
export function countSingleFailures(parts: readonly Bits[], isTurned: boolean, among: Bits): Int32Array {
  const counts = new Int32Array(parts.length);
  const turn = isTurned ? 0 : -1;
  const once = new Int32Array(BLOCK);
  const twice = new Int32Array(BLOCK);
  for (let from = 0; from < among.words.length; from += BLOCK) {
    const block = Math.min(BLOCK, among.words.length - from);
    once.fill(0);
    twice.fill(0);
    for (const { words } of parts) {
      for (let at = 0; at < block; at++) {
        const fails = words[from + at]! ^ turn;
        twice[at]! |= once[at]! & fails;
        once[at]! |= fails;
      }
    }
    for (let at = 0; at < block; at++) once[at] = once[at]! & ~twice[at]! & among.words[from + at]!;
    for (const [part, { words }] of parts.entries()) {
      let count = 0;
      for (let at = 0; at < block; at++) {
        count += popcount((words[from + at]! ^ turn) & once[at]!);
      }
      counts[part]! += count;
    }
  }
  return counts;
}
