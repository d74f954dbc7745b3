import { anneal } from './anneal.ts';
import type { Candidates } from './candidates.ts';
import type { Control } from './control.ts';
import { type Descent, descend } from './descend.ts';
import { capScales } from './prices.ts';
import { pairOf, measureCount, type Problem } from './problem.ts';
import { hold, type State, stateOf } from './state.ts';

/** How often a few reps share out their books anew, how many at a time, and the steps and heat of each time. */
export type Redivision = {
  rounds: number;
  reps: number;
  steps: number;
  /** Money, falling to a three-hundredth. */
  heat: number;
};

const descent: Descent = { passes: 8, swapTries: 20, tradePartners: 6 };

/**
 * Large neighbourhood search: some reps who can trade put their books together and share them out anew by annealing
 * among themselves; a better division is kept. Where accounts are large, one annealing of all books freezes a few of
 * them badly; here each corner has many tries of its own (Shaw 1998; Pisinger & Ropke 2010).
 */
export function redivide(
  state: State,
  candidates: Candidates,
  random: () => number,
  { rounds, reps, steps, heat }: Redivision,
  control: Control,
  lowerBound: number,
): void {
  const { problem } = state;
  const size = Math.min(reps, problem.reps);
  if (size < 2 || problem.units < 2) return;
  const scales = capScales(problem);
  const quiet: Control = { isCancelled: control.isCancelled, report: () => undefined };
  for (let round = 0; round < rounds; round++) {
    if (control.isCancelled()) return;
    if ((round & 15) === 0) {
      control.report({ stage: 'improve', share: round / rounds, upper: state.cost, lower: lowerBound });
    }
    const forced = round % 2 === 0 ? dearest(state, random) : null;
    const chosen = traders(state, candidates, random, size, forced);
    const part = partOf(state, chosen, forced);
    if (part.units.length < 2) continue;
    const warm = stateOf(part.problem, part.held, softCaps(part.problem, scales));
    const all = allPairs(part.problem);
    const cooling = { steps, firstHeat: heat, lastHeat: heat / 300 };
    const annealed = anneal(warm, all, random, cooling, quiet, Number.NEGATIVE_INFINITY);
    const found = stateOf(part.problem, annealed.held);
    // What was forced in may have found no room.
    if (!Number.isFinite(found.cost)) continue;
    const order = Uint32Array.from({ length: part.units.length }, (_, unit) => unit);
    descend(found, all, order, random, descent, quiet);
    if (!(found.cost < part.cost - 1e-7)) continue;
    part.units.forEach((unit, local) => {
      const rep = chosen[part.problem.pairRep[found.held[local]!]!] ?? problem.reps;
      const pair = pairOf(problem, unit, rep);
      if (pair !== state.held[unit]!) hold(state, unit, pair);
    });
    state.cost += found.cost - part.cost;
  }
}

/** A rep drawn at random and, one after the other, reps whom an account of theirs could go to; ascending. */
function traders(
  state: State,
  candidates: Candidates,
  random: () => number,
  size: number,
  forced: Forced,
): number[] {
  const { problem, books, held } = state;
  const chosen = forced
    ? [problem.pairRep[held[forced.unit]!]!, problem.pairRep[forced.pair]!].filter(
        (rep) => rep < problem.reps,
      )
    : [(random() * problem.reps) | 0];
  for (let tries = 0; chosen.length < size && tries < 20 * size; tries++) {
    const book = books[chosen[(random() * chosen.length) | 0]!]!;
    if (book.length === 0) {
      chosen.push(...[(random() * problem.reps) | 0].filter((rep) => !chosen.includes(rep)));
      continue;
    }
    const unit = book[(random() * book.length) | 0]!;
    const first = candidates.first[unit]!;
    const count = candidates.first[unit + 1]! - first - 1;
    if (count < 1) continue;
    const rep = problem.pairRep[candidates.pairs[first + ((random() * count) | 0)]!]!;
    if (rep < problem.reps && !chosen.includes(rep)) chosen.push(rep);
  }
  return chosen.sort((a, b) => a - b);
}

type Forced = { unit: number; pair: number } | null;

/** A unit drawn by what it costs more where it is than at its cheapest, and that cheapest pair. */
function dearest({ problem, held }: State, random: () => number): Forced {
  const excess = new Float64Array(problem.units);
  const cheapest = new Uint32Array(problem.units);
  let total = 0;
  for (let unit = 0; unit < problem.units; unit++) {
    let best = problem.first[unit]!;
    for (let pair = best + 1; pair < problem.first[unit + 1]! - 1; pair++) {
      if (problem.pairCost[pair]! < problem.pairCost[best]!) best = pair;
    }
    cheapest[unit] = best;
    excess[unit] = Math.max(0, problem.pairCost[held[unit]!]! - problem.pairCost[best]!);
    total += excess[unit]!;
  }
  let rest = random() * total;
  const unit = excess.findIndex((value) => value > 0 && (rest -= value) <= 0);
  return unit < 0 ? null : { unit, pair: cheapest[unit]! };
}

type Part = { cost: number; problem: Problem; held: Int32Array; units: number[] };

/** The problem of some reps and what they hold, and of what is forced on one of them; units keep the order of the whole. */
function partOf(state: State, reps: readonly number[], forced: Forced): Part {
  const { problem, books, held } = state;
  let cost = 0;
  const units = reps.flatMap((rep) => books[rep]!);
  if (forced && problem.pairRep[held[forced.unit]!] === problem.reps) units.push(forced.unit);
  units.sort((a, b) => a - b);
  const local = new Map(reps.map((rep, index) => [rep, index]));
  local.set(problem.reps, reps.length);
  const stride = reps.length + 1;
  const first = new Uint32Array(units.length + 1);
  const own: number[] = [];
  const mine = new Int32Array(units.length);
  units.forEach((unit, index) => {
    for (let pair = problem.first[unit]!; pair < problem.first[unit + 1]!; pair++) {
      if (!local.has(problem.pairRep[pair]!)) continue;
      if (unit === forced?.unit && pair !== forced.pair) continue;
      if (pair === held[unit] || unit === forced?.unit) mine[index] = own.length;
      own.push(pair);
    }
    first[index + 1] = own.length;
  });
  const isByPair = problem.loadsBy === 'pair';
  const pick = (load: Float64Array) => Float64Array.from(isByPair ? own : units, (at) => load[at]!);
  const byRep = (source: Float64Array, nobody: number) => {
    const made = new Float64Array(measureCount * stride).fill(nobody);
    reps.forEach((rep, index) => {
      for (let measure = 0; measure < measureCount; measure++) {
        made[measure * stride + index] = source[measure * problem.stride + rep]!;
      }
    });
    return made;
  };
  for (const unit of units) cost += problem.pairCost[held[unit]!]!;
  for (const rep of reps) {
    for (let measure = 0; measure < measureCount; measure++)
      cost += state.penalties[measure * problem.stride + rep]!;
  }
  return {
    cost,
    units,
    held: mine,
    problem: {
      ...problem,
      units: units.length,
      reps: reps.length,
      stride,
      first,
      pairRep: Uint16Array.from(own, (pair) => local.get(problem.pairRep[pair]!)!),
      pairCost: Float64Array.from(own, (pair) => problem.pairCost[pair]!),
      loads: [pick(problem.loads[0]), pick(problem.loads[1]), pick(problem.loads[2])],
      target: byRep(problem.target, 0),
      cap: byRep(problem.cap, Number.POSITIVE_INFINITY),
      fixed: byRep(problem.fixed, 0),
      rate: byRep(problem.rate, 0),
      constant: 0,
    },
  };
}

/** While annealing caps may be passed at a price, as in `annealInTurns`. */
function softCaps({ cap, stride }: Problem, scales: readonly number[]): Float64Array {
  return cap.map((_, at) => scales[Math.floor(at / stride)]! || 1);
}

function allPairs({ units, first, pairRep }: Problem): Candidates {
  return {
    first,
    pairs: Uint32Array.from(pairRep, (_, pair) => pair),
    regret: new Float64Array(units),
  };
}
