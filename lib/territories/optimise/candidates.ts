import { boundAt, boundingOf, pricedCost } from './bound.ts';
import { openHinges } from './hinges.ts';
import type { Problem } from './problem.ts';

/** The pairs of each unit worth trying, cheapest at the prices first; nobody is always among them. */
export type Candidates = {
  first: Uint32Array;
  pairs: Uint32Array;
  /** How much dearer the second cheapest is than the cheapest, by unit. */
  regret: Float64Array;
};

/**
 * Keeps at most `most` pairs a unit. A pair that costs more at the prices than `slack` beyond the unit's cheapest can be
 * in no plan cheaper than bound + slack, so it is left out altogether (reduced-cost fixing).
 */
export function candidatesOf(
  problem: Problem,
  prices: Float64Array,
  most: number,
  slack: number,
): Candidates {
  const bounding = boundingOf(problem);
  const used = Float64Array.from(prices);
  openHinges(bounding.hinges, used, bounding.opened);
  const first = new Uint32Array(problem.units + 1);
  const pairs = new Uint32Array(Math.min(problem.pairRep.length, problem.units * (most + 1)));
  const regret = new Float64Array(problem.units);
  const bestPairs = new Uint32Array(most);
  const bestCosts = new Float64Array(most);
  let size = 0;
  for (let unit = 0; unit < problem.units; unit++) {
    first[unit] = size;
    const nobody = problem.first[unit + 1]! - 1;
    let count = 0;
    for (let pair = problem.first[unit]!; pair < nobody; pair++) {
      const cost = pricedCost(bounding, used, pair, problem.loadsBy === 'pair' ? pair : unit);
      let at = count;
      if (count === most) {
        if (cost >= bestCosts[most - 1]!) continue;
        at = most - 1;
      } else count += 1;
      while (at > 0 && bestCosts[at - 1]! > cost) {
        bestCosts[at] = bestCosts[at - 1]!;
        bestPairs[at] = bestPairs[at - 1]!;
        at -= 1;
      }
      bestCosts[at] = cost;
      bestPairs[at] = pair;
    }
    regret[unit] = count > 1 ? bestCosts[1]! - bestCosts[0]! : problem.pairCost[nobody]!;
    for (let at = 0; at < count && (at === 0 || bestCosts[at]! - bestCosts[0]! <= slack); at++) {
      pairs[size++] = bestPairs[at]!;
    }
    pairs[size++] = nobody;
  }
  first[problem.units] = size;
  return { first, pairs: pairs.slice(0, size), regret };
}

/** The bound these prices give, for prices that come from elsewhere. */
export function boundOfPrices(problem: Problem, prices: Float64Array): number {
  return boundAt(boundingOf(problem), Float64Array.from(prices));
}
