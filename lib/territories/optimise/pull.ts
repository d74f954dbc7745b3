import type { Candidates } from './candidates.ts';
import type { Control } from './control.ts';
import { measureCount, type Problem } from './problem.ts';

/**
 * Start and smoothing. Instead of the penalty with its kinks, on which single shifts get stuck, a unit pays its pair,
 * its loads at the prices, and a quadratic pull of each balanced measure towards the loads of the fractional plan
 * (an augmented Lagrangian).
 */
export type Pull = {
  problem: Problem;
  candidates: Candidates;
  prices: Float64Array;
  aim: Float64Array;
  /** By measure × rep, money per squared unit of load at strength 1. */
  weight: Float64Array;
  held: Int32Array;
  loads: Float64Array;
};

export function pullOf(
  problem: Problem,
  candidates: Candidates,
  prices: Float64Array,
  aim: Float64Array,
): Pull {
  return {
    problem,
    candidates,
    prices,
    aim,
    weight: problem.rate.map((rate, at) => {
      const target = problem.target[at]!;
      return target > 0 ? rate / target : 0;
    }),
    held: new Int32Array(problem.units).fill(-1),
    loads: Float64Array.from(problem.fixed),
  };
}

/** Cost at the prices and pulls of adding a unit by this pair to the loads as they are; Infinity past a cap. */
function addingCost(pull: Pull, pair: number, at: number, strength: number): number {
  const { problem, prices, aim, weight, loads } = pull;
  const rep = problem.pairRep[pair]!;
  let cost = problem.pairCost[pair]!;
  for (let measure = 0, here = rep; measure < measureCount; measure++, here += problem.stride) {
    const load = problem.loads[measure]![at]!;
    const now = loads[here]!;
    if (load > 0 && now + load > problem.cap[here]!) return Number.POSITIVE_INFINITY;
    cost += load * (prices[here]! + strength * weight[here]! * (2 * (now - aim[here]!) + load));
  }
  return cost;
}

function add(pull: Pull, unit: number, pair: number, sign: 1 | -1): void {
  const { problem, loads } = pull;
  const at = problem.loadsBy === 'pair' ? pair : unit;
  const rep = problem.pairRep[pair]!;
  for (let measure = 0; measure < measureCount; measure++) {
    loads[measure * problem.stride + rep]! += sign * problem.loads[measure]![at]!;
  }
}

function cheapest(pull: Pull, unit: number, strength: number): number {
  const { problem, candidates } = pull;
  const isByPair = problem.loadsBy === 'pair';
  const end = candidates.first[unit + 1]!;
  let best = Number.POSITIVE_INFINITY;
  let bestPair = candidates.pairs[end - 1]!;
  for (let index = candidates.first[unit]!; index < end; index++) {
    const pair = candidates.pairs[index]!;
    const cost = addingCost(pull, pair, isByPair ? pair : unit, strength);
    if (cost < best) {
      best = cost;
      bestPair = pair;
    }
  }
  return bestPair;
}

/** Places units that nobody holds yet, those with most to lose first. `held` may already place some. */
export function place(pull: Pull, strength: number, warm?: Int32Array): void {
  const { problem, candidates } = pull;
  if (warm) {
    for (let unit = 0; unit < problem.units; unit++) {
      const pair = warm[unit]!;
      if (pair < 0) continue;
      if (
        addingCost(pull, pair, problem.loadsBy === 'pair' ? pair : unit, strength) ===
        Number.POSITIVE_INFINITY
      ) {
        continue;
      }
      pull.held[unit] = pair;
      add(pull, unit, pair, 1);
    }
  }
  const order = Uint32Array.from({ length: problem.units }, (_, unit) => unit);
  order.sort((a, b) => candidates.regret[b]! - candidates.regret[a]! || a - b);
  for (const unit of order) {
    if (pull.held[unit]! >= 0) continue;
    const pair = cheapest(pull, unit, strength);
    pull.held[unit] = pair;
    add(pull, unit, pair, 1);
  }
}

/** One pass in which each unit goes where it is cheapest at the prices and pulls. Returns how many went. */
export function pullPass(pull: Pull, strength: number, order: Uint32Array, control: Control): number {
  let moved = 0;
  for (let index = 0; index < order.length; index++) {
    if ((index & 1023) === 0 && control.isCancelled()) break;
    const unit = order[index]!;
    const old = pull.held[unit]!;
    add(pull, unit, old, -1);
    const pair = cheapest(pull, unit, strength);
    pull.held[unit] = pair;
    add(pull, unit, pair, 1);
    if (pair !== old) moved += 1;
  }
  return moved;
}
