import { measureCount, penaltyOf, type Problem } from './problem.ts';

/** A plan being changed: who holds what, loads and penalties kept in step, cost by addition. */
export type State = {
  problem: Problem;
  held: Int32Array;
  loads: Float64Array;
  penalties: Float64Array;
  cost: number;
  /**
   * By measure × rep: money for each unit past the cap. Infinity, the rule, is a hard cap; while annealing, caps may be
   * passed at a price that follows how often they are.
   */
  overRate: Float64Array;
  /** How many measure × rep are past their cap. */
  overCount: number;
  /** Units of each rep (nobody last), unordered, and each unit's place in its list. */
  books: number[][];
  place: Int32Array;
};

function heldPenalty(problem: Problem, overRate: Float64Array, at: number, value: number): number {
  const cap = problem.cap[at]!;
  const penalty = penaltyOf(problem, at, value);
  return value > cap ? penalty + overRate[at]! * (value - cap) : penalty;
}

const hardCaps = new Map<number, Float64Array>();

function hardCapsOf(size: number): Float64Array {
  const known = hardCaps.get(size) ?? new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  hardCaps.set(size, known);
  return known;
}

export function stateOf(
  problem: Problem,
  held: Int32Array,
  overRate = hardCapsOf(problem.cap.length),
): State {
  const { stride, loadsBy, pairRep, pairCost } = problem;
  const loads = Float64Array.from(problem.fixed);
  const books: number[][] = Array.from({ length: stride }, () => []);
  const place = new Int32Array(problem.units);
  let cost = problem.constant;
  for (let unit = 0; unit < problem.units; unit++) {
    const pair = held[unit]!;
    const rep = pairRep[pair]!;
    const at = loadsBy === 'pair' ? pair : unit;
    for (let measure = 0; measure < measureCount; measure++) {
      loads[measure * stride + rep]! += problem.loads[measure]![at]!;
    }
    cost += pairCost[pair]!;
    place[unit] = books[rep]!.push(unit) - 1;
  }
  const penalties = loads.map((load, at) => heldPenalty(problem, overRate, at, load));
  let overCount = 0;
  for (let at = 0; at < loads.length; at++) {
    cost += penalties[at]!;
    if (loads[at]! > problem.cap[at]!) overCount += 1;
  }
  return { problem, held: Int32Array.from(held), loads, penalties, cost, overRate, overCount, books, place };
}

/** Takes a changed price of passing caps into the penalties and the cost. */
export function reprice(state: State, at: number, overRate: number): void {
  state.overRate[at] = overRate;
  const penalty = heldPenalty(state.problem, state.overRate, at, state.loads[at]!);
  state.cost += penalty - state.penalties[at]!;
  state.penalties[at] = penalty;
}

/** Change of a rep's penalties when its loads change by these; Infinity past a hard cap. */
function repChange(state: State, rep: number, first: number, second: number, third: number): number {
  const { problem, loads, penalties, overRate } = state;
  const { stride } = problem;
  let at = rep;
  let change = first === 0 ? 0 : heldPenalty(problem, overRate, at, loads[at]! + first) - penalties[at]!;
  at += stride;
  if (second !== 0) change += heldPenalty(problem, overRate, at, loads[at]! + second) - penalties[at]!;
  at += stride;
  if (third !== 0) change += heldPenalty(problem, overRate, at, loads[at]! + third) - penalties[at]!;
  return change;
}

/** Change of cost when a unit goes to another pair of its own; Infinity past a cap. */
export function shiftChange(state: State, unit: number, pair: number): number {
  const { problem, held } = state;
  const { loads, pairCost, pairRep, loadsBy } = problem;
  const old = held[unit]!;
  if (old === pair) return 0;
  const [first, second, third] = loads;
  const from = loadsBy === 'pair' ? old : unit;
  const to = loadsBy === 'pair' ? pair : unit;
  const gain = repChange(state, pairRep[pair]!, first[to]!, second[to]!, third[to]!);
  if (gain === Number.POSITIVE_INFINITY) return gain;
  return (
    pairCost[pair]! -
    pairCost[old]! +
    gain +
    repChange(state, pairRep[old]!, -first[from]!, -second[from]!, -third[from]!)
  );
}

/** Change of cost when two units take these pairs, each with the other's rep. */
export function swapChange(state: State, one: number, onePair: number, two: number, twoPair: number): number {
  const { problem, held } = state;
  const { loads, pairCost, pairRep, loadsBy } = problem;
  const [first, second, third] = loads;
  const oneOld = held[one]!;
  const twoOld = held[two]!;
  const isByPair = loadsBy === 'pair';
  const oneOut = isByPair ? oneOld : one;
  const oneIn = isByPair ? onePair : one;
  const twoOut = isByPair ? twoOld : two;
  const twoIn = isByPair ? twoPair : two;
  const costs = pairCost[onePair]! + pairCost[twoPair]! - pairCost[oneOld]! - pairCost[twoOld]!;
  const a = repChange(
    state,
    pairRep[oneOld]!,
    first[twoIn]! - first[oneOut]!,
    second[twoIn]! - second[oneOut]!,
    third[twoIn]! - third[oneOut]!,
  );
  if (a === Number.POSITIVE_INFINITY) return a;
  const b = repChange(
    state,
    pairRep[twoOld]!,
    first[oneIn]! - first[twoOut]!,
    second[oneIn]! - second[twoOut]!,
    third[oneIn]! - third[twoOut]!,
  );
  return costs + a + b;
}

/** Change of cost when `one` takes the place of `two`, and `two` goes on to a third rep. */
export function ejectChange(
  state: State,
  one: number,
  onePair: number,
  two: number,
  twoPair: number,
): number {
  const { problem, held } = state;
  const { loads, pairCost, pairRep, loadsBy } = problem;
  const [first, second, third] = loads;
  const oneOld = held[one]!;
  const twoOld = held[two]!;
  const isByPair = loadsBy === 'pair';
  const oneOut = isByPair ? oneOld : one;
  const oneIn = isByPair ? onePair : one;
  const twoOut = isByPair ? twoOld : two;
  const twoIn = isByPair ? twoPair : two;
  const last = repChange(state, pairRep[twoPair]!, first[twoIn]!, second[twoIn]!, third[twoIn]!);
  if (last === Number.POSITIVE_INFINITY) return last;
  const middle = repChange(
    state,
    pairRep[twoOld]!,
    first[oneIn]! - first[twoOut]!,
    second[oneIn]! - second[twoOut]!,
    third[oneIn]! - third[twoOut]!,
  );
  if (middle === Number.POSITIVE_INFINITY) return middle;
  return (
    pairCost[onePair]! +
    pairCost[twoPair]! -
    pairCost[oneOld]! -
    pairCost[twoOld]! +
    last +
    middle +
    repChange(state, pairRep[oneOld]!, -first[oneOut]!, -second[oneOut]!, -third[oneOut]!)
  );
}

/** Gives a unit to another of its pairs; `change` is what `shiftChange` and its kin said, summed by the caller. */
export function hold(state: State, unit: number, pair: number): void {
  const { problem, held, loads, penalties, overRate, books, place } = state;
  const { stride, loadsBy, pairRep, cap } = problem;
  const old = held[unit]!;
  const from = pairRep[old]!;
  const to = pairRep[pair]!;
  const out = loadsBy === 'pair' ? old : unit;
  const into = loadsBy === 'pair' ? pair : unit;
  for (let measure = 0; measure < measureCount; measure++) {
    const load = problem.loads[measure]!;
    const a = measure * stride + from;
    const b = measure * stride + to;
    const less = loads[a]! - load[out]!;
    const more = loads[b]! + load[into]!;
    if (loads[a]! > cap[a]! && less <= cap[a]!) state.overCount -= 1;
    if (loads[b]! <= cap[b]! && more > cap[b]!) state.overCount += 1;
    loads[a] = less;
    loads[b] = more;
    penalties[a] = heldPenalty(problem, overRate, a, less);
    penalties[b] = heldPenalty(problem, overRate, b, more);
  }
  const book = books[from]!;
  const last = book.pop()!;
  if (last !== unit) {
    book[place[unit]!] = last;
    place[last] = place[unit]!;
  }
  place[unit] = books[to]!.push(unit) - 1;
  held[unit] = pair;
}
