import { measureCount, type Problem } from './problem.ts';

/**
 * A penalty as a line plus hinges: penalty(v) = base + slope·v + Σ rise·max(0, v − at), v = load beyond what is fixed.
 * A cap is one more hinge with an infinite rise. Hinges at or below 0 are folded into the line, those beyond the cap
 * are never reached.
 */
export const hingesPerLoad = 6;

export type Hinges = {
  base: Float64Array;
  slope: Float64Array;
  /** By measure × rep × hinge, ascending. */
  at: Float64Array;
  rise: Float64Array;
  count: Uint8Array;
  /** Below this a load is free of the extra that unsplittable loads pay: see `priceLoads`. */
  steepest: Float64Array;
};

export function hingesOf(problem: Problem): Hinges {
  const size = measureCount * problem.stride;
  const hinges: Hinges = {
    base: new Float64Array(size),
    slope: new Float64Array(size),
    at: new Float64Array(size * hingesPerLoad),
    rise: new Float64Array(size * hingesPerLoad),
    count: new Uint8Array(size),
    steepest: new Float64Array(size),
  };
  const { bandRate, inBandSlope, farFactor } = problem;
  for (let index = 0; index < size; index++) {
    const rate = problem.rate[index]!;
    const target = problem.target[index]!;
    const fixed = problem.fixed[index]!;
    const band = bandRate * target;
    const room = problem.cap[index]! - fixed;
    hinges.slope[index] = -farFactor * rate;
    hinges.base[index] = rate * (inBandSlope * band + band + farFactor * (target - fixed - 2 * band));
    const steps: [number, number][] = [
      [target - 2 * band, (farFactor - 1) * rate],
      [target - band, (1 - inBandSlope) * rate],
      [target, 2 * inBandSlope * rate],
      [target + band, (1 - inBandSlope) * rate],
      [target + 2 * band, (farFactor - 1) * rate],
    ];
    let count = 0;
    const put = (place: number, rise: number) => {
      hinges.at[index * hingesPerLoad + count] = place;
      hinges.rise[index * hingesPerLoad + count] = rise;
      count += 1;
    };
    for (const [place, rise] of steps) {
      const at = place - fixed;
      if (rise === 0 || at >= room) continue;
      if (at <= 0) {
        hinges.slope[index]! += rise;
        hinges.base[index]! -= rise * at;
      } else put(at, rise);
    }
    let steepest = hinges.slope[index]!;
    for (let hinge = 0; hinge < count; hinge++) steepest += hinges.rise[index * hingesPerLoad + hinge]!;
    hinges.steepest[index] = room === Number.POSITIVE_INFINITY ? steepest : Number.POSITIVE_INFINITY;
    if (room !== Number.POSITIVE_INFINITY) put(Math.max(0, room), Number.POSITIVE_INFINITY);
    hinges.count[index] = count;
  }
  return hinges;
}

/** A price per load opened up: what each rep's side of the bound is worth, and which hinges units still meet. */
export type Opened = {
  /** Rise of each hinge that the price has not paid yet. */
  open: Float64Array;
  /** Where the price stands: loads count up to here in the slope of the bound. */
  edge: Float64Array;
  /** Smallest load that meets an open hinge. */
  lumpFrom: Float64Array;
};

export function emptyOpened(problem: Problem): Opened {
  const size = measureCount * problem.stride;
  return {
    open: new Float64Array(size * hingesPerLoad),
    edge: new Float64Array(size),
    lumpFrom: new Float64Array(size),
  };
}

/**
 * Spends each price on the hinges from the lowest on, keeps it within what any hinge could pay, and returns the reps'
 * side of the bound. For loads that cannot be split max(0, v − at) ≥ Σ max(0, load − at): so a single load larger than
 * an open hinge pays that hinge itself, which plain linear prices would let it share with others.
 */
export function openHinges(hinges: Hinges, prices: Float64Array, opened: Opened): number {
  let total = 0;
  for (let index = 0; index < prices.length; index++) {
    const slope = hinges.slope[index]!;
    const price = Math.min(Math.max(prices[index]!, slope), hinges.steepest[index]!);
    prices[index] = price;
    let rest = price - slope;
    total += hinges.base[index]!;
    opened.lumpFrom[index] = Number.POSITIVE_INFINITY;
    const count = hinges.count[index]!;
    // With every hinge paid the price stands at the last; without any there is nothing to learn.
    opened.edge[index] = count > 0 ? hinges.at[index * hingesPerLoad + count - 1]! : 0;
    let isOpen = false;
    for (let hinge = 0; hinge < count; hinge++) {
      const here = index * hingesPerLoad + hinge;
      const rise = hinges.rise[here]!;
      const at = hinges.at[here]!;
      const paid = rest < rise ? rest : rise;
      total -= paid * at;
      rest -= paid;
      const isCap = rise === Number.POSITIVE_INFINITY;
      opened.open[here] = isCap ? 0 : rise - paid;
      if (paid >= rise) continue;
      if (!isOpen) opened.edge[index] = at;
      isOpen = true;
      if (!isCap && opened.lumpFrom[index] === Number.POSITIVE_INFINITY) opened.lumpFrom[index] = at;
    }
  }
  return total;
}

/** What a load of `load` pays at open hinges beyond the plain price. */
export function lumpCost(hinges: Hinges, opened: Opened, index: number, load: number): number {
  let cost = 0;
  const end = index * hingesPerLoad + hinges.count[index]!;
  for (let here = index * hingesPerLoad; here < end; here++) {
    const over = load - hinges.at[here]!;
    if (over <= 0) break;
    cost += opened.open[here]! * over;
  }
  return cost;
}
