import { type Bounding, boundAt, boundingOf, type Sample } from './bound.ts';
import type { Control } from './control.ts';
import { measureCount, type Problem } from './problem.ts';

export type Priced = {
  /** By measure × rep: what one more of the measure with that rep costs. The best bound was found with these. */
  prices: Float64Array;
  lowerBound: number;
  /** Loads of the fractional plan behind the prices, fixed ones included: what books look like when all goes well. */
  aim: Float64Array;
};

export type PricePlan = {
  /** Passes over a sample of large problems, then over all of it. Steps are in shares of the scale of each price. */
  samplePasses: number;
  fullPasses: number;
  firstStep: number;
  turnStep: number;
  lastStep: number;
  sampleSize: number;
};

const firstDecay = 0.6;
const secondDecay = 0.95;

/**
 * Climbs the bound over the prices: Adam (Kingma & Ba 2015) with a geometrically falling step, each price in its own
 * scale. The best bound over all units is kept, zero and the given prices among the candidates, so a diverging climb
 * cannot spoil it.
 */
export function climbPrices(
  problem: Problem,
  plan: PricePlan,
  control: Control,
  warm?: Float64Array,
): Priced {
  const bounding = boundingOf(problem);
  const size = measureCount * problem.stride;
  const scale = priceScales(problem);
  const zero = new Float64Array(size);
  let lowerBound = boundAt(bounding, zero);
  let best = zero;
  const aim = averagedLoads(bounding);
  const keep = (prices: Float64Array, bound: number) => {
    if (!(bound > lowerBound)) return;
    lowerBound = bound;
    best = Float64Array.from(prices);
  };
  let prices = new Float64Array(size);
  if (warm?.length === size) {
    prices.set(warm);
    keep(prices, boundAt(bounding, prices));
  }
  const climb = createClimber(bounding, scale);
  const sample = sampleOf(problem, plan.sampleSize);
  const passes = plan.samplePasses + plan.fullPasses;
  let samplePasses = sample ? plan.samplePasses : 0;
  const fullPasses = passes - samplePasses;
  if (warm && sample) samplePasses = 0;
  for (let pass = 0; pass < samplePasses; pass++) {
    if (control.isCancelled()) break;
    climb(prices, stepAt(pass, samplePasses, plan.firstStep, plan.turnStep), sample);
  }
  if (samplePasses > 0) {
    keep(prices, boundAt(bounding, prices));
    const half = prices.map((price) => price / 2);
    keep(half, boundAt(bounding, half));
    if (best === zero) prices = Float64Array.from(best);
  }
  const count = sample ? plan.fullPasses : fullPasses;
  const from = sample || warm ? plan.turnStep : plan.firstStep;
  for (let pass = 0; pass < count; pass++) {
    if (control.isCancelled()) break;
    keep(Float64Array.from(prices), climb(prices, stepAt(pass, count, from, plan.lastStep), null));
    if (pass >= count * 0.6) aim.add();
    if (pass % 16 === 0) {
      control.report({ stage: 'bound', share: pass / count, upper: null, lower: lowerBound });
    }
  }
  return { prices: best, lowerBound, aim: aim.mean() };
}

function stepAt(pass: number, passes: number, from: number, to: number): number {
  return from * (to / from) ** (passes > 1 ? pass / (passes - 1) : 1);
}

/** One step uphill; returns the bound of the prices before the step (of all units, when no sample is given). */
function createClimber(bounding: Bounding, scale: Float64Array) {
  const first = new Float64Array(scale.length);
  const second = new Float64Array(scale.length);
  let firstLeft = 1;
  let secondLeft = 1;
  return (prices: Float64Array, step: number, sample: Sample): number => {
    const bound = boundAt(bounding, prices, sample);
    firstLeft *= firstDecay;
    secondLeft *= secondDecay;
    for (let index = 0; index < prices.length; index++) {
      if (scale[index] === 0) continue;
      const slope = bounding.cut[index]! - bounding.opened.edge[index]!;
      first[index] = firstDecay * first[index]! + (1 - firstDecay) * slope;
      second[index] = secondDecay * second[index]! + (1 - secondDecay) * slope * slope;
      const root = Math.sqrt(second[index]! / (1 - secondLeft));
      if (root > 0) prices[index]! += (step * scale[index]! * first[index]!) / (1 - firstLeft) / root;
    }
    return bound;
  };
}

function averagedLoads(bounding: Bounding) {
  const total = new Float64Array(bounding.whole.length);
  let count = 0;
  return {
    add() {
      for (let index = 0; index < total.length; index++) total[index]! += bounding.whole[index]!;
      count += 1;
    },
    mean(): Float64Array {
      if (count === 0) this.add();
      return total.map((sum, index) => sum / count + bounding.problem.fixed[index]!);
    },
  };
}

/** How large prices may become: the balance rate, and for caps what units differ by, per unit of load. */
function priceScales(problem: Problem): Float64Array {
  const forCaps = capScales(problem);
  return problem.rate.map((rate, at) =>
    Math.max(
      rate,
      problem.cap[at] === Number.POSITIVE_INFINITY ? 0 : forCaps[Math.floor(at / problem.stride)]!,
    ),
  );
}

/** Money per unit of each measure by which units' pairs differ: the order of magnitude of a cap's price. */
export function capScales({ first, pairCost, loadsBy, loads, units }: Problem): number[] {
  let spread = 0;
  const total = new Array<number>(measureCount).fill(0);
  for (let unit = 0; unit < units; unit++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const end = first[unit + 1]! - 1;
    for (let pair = first[unit]!; pair < end; pair++) {
      low = Math.min(low, pairCost[pair]!);
      high = Math.max(high, pairCost[pair]!);
    }
    if (high > low) spread += high - low;
    const at = loadsBy === 'pair' ? first[unit]! : unit;
    for (let measure = 0; measure < measureCount; measure++) total[measure]! += loads[measure]![at]!;
  }
  return total.map((load) => (load > 0 ? spread / load : 0));
}

/** A quarter of the sample are the units with the largest loads, the rest every n-th of the others. */
function sampleOf(problem: Problem, size: number): Sample {
  if (problem.units <= size * 1.5 || problem.loadsBy === 'pair') return null;
  const sums = problem.loads.map((load) => load.reduce((sum, value) => sum + value, 0) || 1);
  const weight = (unit: number) =>
    Math.max(...problem.loads.map((load, measure) => load[unit]! / sums[measure]!));
  const weights = Float64Array.from({ length: problem.units }, (_, unit) => weight(unit));
  const bySize = Uint32Array.from({ length: problem.units }, (_, unit) => unit).sort(
    (a, b) => weights[b]! - weights[a]! || a - b,
  );
  const top = Math.floor(size / 4);
  const others = bySize.subarray(top).slice().sort();
  const step = others.length / (size - top);
  const units = new Uint32Array(size);
  units.set(bySize.subarray(0, top));
  for (let index = top; index < size; index++) units[index] = others[Math.floor((index - top) * step)]!;
  const stands = new Float64Array(size).fill(1);
  stands.fill(step, top);
  return { units, weights: stands };
}
