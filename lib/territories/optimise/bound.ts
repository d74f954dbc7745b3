import { emptyOpened, type Hinges, hingesOf, lumpCost, type Opened, openHinges } from './hinges.ts';
import { measureCount, type Problem } from './problem.ts';

/** What is needed to ask for the bound again and again. */
export type Bounding = {
  problem: Problem;
  hinges: Hinges;
  opened: Opened;
  /** Loads of the units' cheapest choices, by measure × rep: whole, and cut at the edge (the slope of the bound). */
  whole: Float64Array;
  cut: Float64Array;
};

export function boundingOf(problem: Problem): Bounding {
  const size = measureCount * problem.stride;
  return {
    problem,
    hinges: hingesOf(problem),
    opened: emptyOpened(problem),
    whole: new Float64Array(size),
    cut: new Float64Array(size),
  };
}

/** Units and how many each stands for; null = all of them, each for itself. */
export type Sample = { units: Uint32Array; weights: Float64Array } | null;

/** Price of a pair: its cost, its loads at the reps' prices, and what a lump pays at open hinges. */
export function pricedCost(
  { problem, hinges, opened }: Bounding,
  prices: Float64Array,
  pair: number,
  at: number,
) {
  const { stride, loads } = problem;
  const rep = problem.pairRep[pair]!;
  const first = loads[0][at]!;
  const second = loads[1][at]!;
  const third = loads[2][at]!;
  let cost =
    problem.pairCost[pair]! +
    first * prices[rep]! +
    second * prices[stride + rep]! +
    third * prices[2 * stride + rep]!;
  if (first > opened.lumpFrom[rep]!) cost += lumpCost(hinges, opened, rep, first);
  if (second > opened.lumpFrom[stride + rep]!) cost += lumpCost(hinges, opened, stride + rep, second);
  if (third > opened.lumpFrom[2 * stride + rep]!) cost += lumpCost(hinges, opened, 2 * stride + rep, third);
  return cost;
}

/**
 * Lagrangian bound for these prices: every unit takes its cheapest pair for itself, every rep the load that suits it
 * best. Over all units it is below the cost of any plan, whatever the prices are (Fisher, Management Science 27(1),
 * 1981). Clamps `prices` to what can pay, and leaves the loads of the choices in `whole` and `cut`.
 */
export function boundAt(bounding: Bounding, prices: Float64Array, sample: Sample = null): number {
  const { problem, hinges, opened, whole, cut } = bounding;
  const { first, stride, loadsBy, loads, pairRep, pairCost } = problem;
  const [potential, workload, accounts] = loads;
  const isByPair = loadsBy === 'pair';
  let total = problem.constant + openHinges(hinges, prices, opened);
  whole.fill(0);
  cut.fill(0);
  const lumps = [0, 1, 2].map((measure) =>
    leastOf(opened.lumpFrom, measure * stride, (measure + 1) * stride),
  );
  const [lumpPotential, lumpWorkload, lumpAccounts] = lumps as [number, number, number];
  const second = stride;
  const third = 2 * stride;
  const count = sample ? sample.units.length : problem.units;
  for (let index = 0; index < count; index++) {
    const unit = sample ? sample.units[index]! : index;
    const weight = sample ? sample.weights[index]! : 1;
    let best = Number.POSITIVE_INFINITY;
    let bestPair = first[unit]!;
    const end = first[unit + 1]!;
    const a = potential[unit]!;
    const b = workload[unit]!;
    const c = accounts[unit]!;
    if (isByPair || a > lumpPotential || b > lumpWorkload || c > lumpAccounts) {
      for (let pair = bestPair; pair < end; pair++) {
        const cost = pricedCost(bounding, prices, pair, isByPair ? pair : unit);
        if (cost < best) {
          best = cost;
          bestPair = pair;
        }
      }
    } else {
      // The same as above for a unit that meets no open hinge: this loop is where the time goes.
      for (let pair = bestPair; pair < end; pair++) {
        const rep = pairRep[pair]!;
        const cost =
          pairCost[pair]! + a * prices[rep]! + b * prices[second + rep]! + c * prices[third + rep]!;
        if (cost < best) {
          best = cost;
          bestPair = pair;
        }
      }
    }
    total += weight * best;
    const at = isByPair ? bestPair : unit;
    const rep = pairRep[bestPair]!;
    for (let measure = 0, here = rep; measure < measureCount; measure++, here += stride) {
      const load = loads[measure]![at]!;
      const edge = opened.edge[here]!;
      whole[here]! += weight * load;
      cut[here]! += weight * (load < edge ? load : edge);
    }
  }
  return total;
}

function leastOf(values: Float64Array, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) if (values[at]! < least) least = values[at]!;
  return least;
}
