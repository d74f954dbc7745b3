import type { Candidates } from './candidates.ts';
import type { Control } from './control.ts';
import { pairOf } from './problem.ts';
import { ejectChange, hold, shiftChange, type State, swapChange } from './state.ts';

export type Descent = {
  passes: number;
  /** How many members of a book are tried for a swap or an ejection. */
  swapTries: number;
  /** How many of a unit's candidate reps, cheapest first, are traded with. */
  tradePartners: number;
};

/** What counts as cheaper: more than rounding. */
const least = 1e-7;

/**
 * Exact descent: each unit in turn goes to a cheaper rep, or trades places with a member of that rep's book, or pushes
 * one on to a third rep, whatever lowers the cost. Stops when a pass gains nothing, or after `passes`.
 */
export function descend(
  state: State,
  candidates: Candidates,
  order: Uint32Array,
  random: () => number,
  { passes, swapTries, tradePartners }: Descent,
  control: Control,
): void {
  for (let pass = 0; pass < passes; pass++) {
    const before = state.cost;
    for (let index = 0; index < order.length; index++) {
      if ((index & 255) === 0 && control.isCancelled()) return;
      const unit = order[index]!;
      if (shiftBest(state, candidates, unit)) continue;
      if (swapTries > 0) tradeFirst(state, candidates, unit, random, swapTries, tradePartners);
    }
    if (before - state.cost <= Math.max(least, Math.abs(before) * 1e-9)) return;
  }
}

function shiftBest(state: State, candidates: Candidates, unit: number): boolean {
  const old = state.held[unit]!;
  let best = -least;
  let bestPair = -1;
  const end = candidates.first[unit + 1]!;
  for (let index = candidates.first[unit]!; index < end; index++) {
    const pair = candidates.pairs[index]!;
    if (pair === old) continue;
    const change = shiftChange(state, unit, pair);
    if (change < best) {
      best = change;
      bestPair = pair;
    }
  }
  if (bestPair < 0) return false;
  hold(state, unit, bestPair);
  state.cost += best;
  return true;
}

function tradeFirst(
  state: State,
  candidates: Candidates,
  unit: number,
  random: () => number,
  tries: number,
  partners: number,
): boolean {
  const { problem, books } = state;
  const { pairRep } = problem;
  const old = state.held[unit]!;
  const from = pairRep[old]!;
  const end = Math.min(candidates.first[unit + 1]! - 1, candidates.first[unit]! + partners);
  for (let index = candidates.first[unit]!; index < end; index++) {
    const pair = candidates.pairs[index]!;
    if (pair === old) continue;
    const book = books[pairRep[pair]!]!;
    const count = Math.min(tries, book.length);
    const start = book.length > count ? Math.floor(random() * book.length) : 0;
    for (let nth = 0; nth < count; nth++) {
      const other = book[(start + nth) % book.length]!;
      if (trade(state, candidates, unit, pair, other, from)) return true;
    }
  }
  return false;
}

/** Tries a swap of `unit` and `other`, and sending `other` on to one of its own candidates. */
function trade(
  state: State,
  candidates: Candidates,
  unit: number,
  pair: number,
  other: number,
  from: number,
): boolean {
  const { problem } = state;
  let best = -least;
  let bestPair = -1;
  const back = pairOf(problem, other, from);
  if (back >= 0) {
    const change = swapChange(state, unit, pair, other, back);
    if (change < best) {
      best = change;
      bestPair = back;
    }
  }
  const to = problem.pairRep[pair]!;
  const end = Math.min(candidates.first[other + 1]!, candidates.first[other]! + 3);
  for (let index = candidates.first[other]!; index < end; index++) {
    const next = candidates.pairs[index]!;
    const rep = problem.pairRep[next]!;
    if (rep === to || rep === from) continue;
    const change = ejectChange(state, unit, pair, other, next);
    if (change < best) {
      best = change;
      bestPair = next;
    }
  }
  if (bestPair < 0) return false;
  hold(state, other, bestPair);
  hold(state, unit, pair);
  state.cost += best;
  return true;
}
