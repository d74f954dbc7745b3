import type { Candidates } from './candidates.ts';
import type { Control } from './control.ts';
import { pairOf } from './problem.ts';
import { ejectChange, hold, reprice, shiftChange, type State, swapChange } from './state.ts';

export type Cooling = { steps: number; firstHeat: number; lastHeat: number };

/**
 * Simulated annealing over shifts, swaps and ejections among the candidates. Heat is money and falls geometrically.
 * Returns the cheapest plan met; `state` ends wherever it ends.
 */
export function anneal(
  state: State,
  candidates: Candidates,
  random: () => number,
  { steps, firstHeat, lastHeat }: Cooling,
  control: Control,
  lowerBound: number,
): { held: Int32Array; cost: number } {
  const { problem, held, books } = state;
  const { pairRep, units } = problem;
  const { first, pairs } = candidates;
  const capped = cappedOf(state);
  const best = Int32Array.from(held);
  let bestCost = state.overCount === 0 ? state.cost : Number.POSITIVE_INFINITY;
  let isBestOld = false;
  const fall = (lastHeat / firstHeat) ** (1 / Math.max(1, steps / 1024));
  let heat = firstHeat;
  const keep = () => {
    if (!isBestOld) return;
    best.set(held);
    isBestOld = false;
  };
  for (let step = 0; step < steps; step++) {
    if ((step & 1023) === 0) {
      heat = step === 0 ? firstHeat : heat * fall;
      steerCaps(state, capped);
      if ((step & 4095) === 0) {
        if (control.isCancelled()) break;
        if ((step & 0xfffff) === 0) {
          control.report({ stage: 'improve', share: step / steps, upper: bestCost, lower: lowerBound });
        }
      }
    }
    const unit = (random() * units) | 0;
    const start = first[unit]!;
    const count = first[unit + 1]! - start;
    const pair = pairs[start + ((random() * count) | 0)]!;
    const old = held[unit]!;
    if (pair === old) continue;
    const limit = -heat * Math.log(random());
    const from = pairRep[old]!;
    const to = pairRep[pair]!;
    let other = -1;
    let otherPair = -1;
    let change: number;
    const kind = random();
    const book = books[to]!;
    if (kind < 0.4 || book.length === 0) change = shiftChange(state, unit, pair);
    else {
      other = book[(random() * book.length) | 0]!;
      if (kind < 0.85) {
        otherPair = pairOf(problem, other, from);
        if (otherPair < 0) continue;
        change = swapChange(state, unit, pair, other, otherPair);
      } else {
        const otherStart = first[other]!;
        otherPair = pairs[otherStart + ((random() * (first[other + 1]! - otherStart)) | 0)]!;
        const rep = pairRep[otherPair]!;
        if (rep === to || rep === from) continue;
        change = ejectChange(state, unit, pair, other, otherPair);
      }
    }
    if (change > limit) continue;
    // The plan is copied only when the best one is about to be left.
    if (isBestOld && (change > 0 || capped.length > 0)) keep();
    if (other >= 0) hold(state, other, otherPair);
    hold(state, unit, pair);
    state.cost += change;
    if (state.overCount === 0 && state.cost < bestCost - 1e-9) {
      bestCost = state.cost;
      isBestOld = true;
    }
  }
  keep();
  return { held: best, cost: bestCost };
}

function cappedOf({ problem, overRate }: State): number[] {
  return [...problem.cap.keys()].filter(
    (at) => problem.cap[at] !== Number.POSITIVE_INFINITY && overRate[at] !== Number.POSITIVE_INFINITY,
  );
}

/** Passing a cap becomes dearer while it is passed and cheaper while it is not (strategic oscillation). */
function steerCaps(state: State, capped: readonly number[]): void {
  for (const at of capped) {
    const factor = state.loads[at]! > state.problem.cap[at]! ? 1.1 : 0.99;
    reprice(state, at, state.overRate[at]! * factor);
  }
}
