import { pairOf } from './problem.ts';
import { ejectChange, type State, swapChange } from './state.ts';

/** A unit that would make room for another one, where it would go, and what both cost the plan more. */
export type Exchange = { unit: number; rep: number; extraAmount: number };

/** Members of a book that are looked at, so that a book of thousands does not take seconds. */
const TRIES = 256;

/**
 * The cheapest way for a unit into a book that is full: a member of it takes the unit's place, or with `isWide` goes to
 * anybody. null when no single member makes room.
 */
export function exchangeFor(state: State, unit: number, pair: number, isWide: boolean): Exchange | null {
  const { problem, held, books } = state;
  const { first, pairRep } = problem;
  const from = pairRep[held[unit]!]!;
  const members = books[pairRep[pair]!]!.slice(0, TRIES);
  let best: Exchange | null = null;
  const take = (other: number, rep: number, extraAmount: number) => {
    if (extraAmount < (best?.extraAmount ?? Number.POSITIVE_INFINITY))
      best = { unit: other, rep, extraAmount };
  };
  for (const other of members) {
    const back = from < problem.reps ? pairOf(problem, other, from) : -1;
    if (back >= 0) take(other, from, swapChange(state, unit, pair, other, back));
    if (!isWide) continue;
    for (let next = first[other]!; next < first[other + 1]! - 1; next++) {
      const rep = pairRep[next]!;
      if (rep === from || next === held[other]) continue;
      take(other, rep, ejectChange(state, unit, pair, other, next));
    }
  }
  return best;
}
