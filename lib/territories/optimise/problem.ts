/**
 * What the search works on: one independent part of a plan in typed arrays. A unit is a family; it takes exactly one
 * of its pairs. The last pair of every unit is "nobody" (rep index `reps`), so that a plan always exists.
 *
 * Loads have three measures: 0 potential (money), 1 workload (touches), 2 accounts. A measure × rep is found at
 * `measure * stride + rep`, stride = reps + 1.
 */
export const measureCount = 3;

export type Problem = {
  units: number;
  reps: number;
  stride: number;
  /** Pairs of unit u: first[u] … first[u + 1] - 1, by ascending rep. */
  first: Uint32Array;
  pairRep: Uint16Array;
  /** Money: of moving and travelling, or of leaving the unit to nobody. */
  pairCost: Float64Array;
  /** Published assignment instances weigh differently by rep; families do not. */
  loadsBy: 'unit' | 'pair';
  loads: readonly [Float64Array, Float64Array, Float64Array];
  /** By measure × rep: what the rep should hold, must not pass, and holds already (locks, out of scope). */
  target: Float64Array;
  cap: Float64Array;
  fixed: Float64Array;
  /** By measure × rep: money per unit of the measure outside the band. 0 = not balanced. */
  rate: Float64Array;
  /** Tolerance (0.1), slope inside it (0.01) and beyond twice of it (3). */
  bandRate: number;
  inBandSlope: number;
  farFactor: number;
  /** Money that no choice changes: moves and travel of what is fixed. */
  constant: number;
};

/**
 * What it costs that a rep holds `value` of a measure: nearly nothing inside the band round the target, the rate
 * outside, `farFactor` times the rate beyond twice the band. `at` is measure × rep.
 */
export function penaltyOf(
  problem: Pick<Problem, 'rate' | 'target' | 'bandRate' | 'inBandSlope' | 'farFactor'>,
  at: number,
  value: number,
): number {
  const rate = problem.rate[at]!;
  if (rate === 0) return 0;
  const target = problem.target[at]!;
  const off = value > target ? value - target : target - value;
  const band = problem.bandRate * target;
  if (off <= band) return rate * problem.inBandSlope * off;
  const inside = problem.inBandSlope * band;
  if (off <= 2 * band) return rate * (inside + off - band);
  return rate * (inside + band + problem.farFactor * (off - 2 * band));
}

/** The pair of a unit with a rep, or -1 if that rep may not hold it. Binary search. */
export function pairOf(problem: Problem, unit: number, rep: number): number {
  const { first, pairRep } = problem;
  let low = first[unit]!;
  let high = first[unit + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = pairRep[middle]!;
    if (found === rep) return middle;
    if (found < rep) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Cost of a whole plan from scratch; `held` is a pair for each unit. */
export function costOf(problem: Problem, held: Int32Array): number {
  const { stride, loadsBy, loads, pairRep, pairCost } = problem;
  const totals = Float64Array.from(problem.fixed);
  let cost = problem.constant;
  for (let unit = 0; unit < problem.units; unit++) {
    const pair = held[unit]!;
    const at = loadsBy === 'pair' ? pair : unit;
    const rep = pairRep[pair]!;
    cost += pairCost[pair]!;
    for (let measure = 0; measure < measureCount; measure++) {
      totals[measure * stride + rep]! += loads[measure]![at]!;
    }
  }
  for (let at = 0; at < totals.length; at++) cost += penaltyOf(problem, at, totals[at]!);
  return cost;
}
