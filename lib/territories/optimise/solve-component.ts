import { anneal } from './anneal.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import type { Control } from './control.ts';
import { type Descent, descend } from './descend.ts';
import { type PricePlan, capScales, climbPrices } from './prices.ts';
import { costOf, type Problem } from './problem.ts';
import { place, pullOf, pullPass } from './pull.ts';
import { seededRandom } from './random.ts';
import { redivide } from './redivide.ts';
import { shiftChange, type State, stateOf } from './state.ts';

export type Effort = 'quick' | 'normal' | 'thorough';

/** A plan and prices to go on from: pair by unit, -1 where there is none any more. */
export type Warm = { held: Int32Array; prices: Float64Array | null };

export type Solved = {
  held: Int32Array;
  cost: number;
  lowerBound: number;
  prices: Float64Array;
  aim: Float64Array;
  /** Cancelled before the budget was spent: the best found so far, which another run may not repeat. */
  isStoppedEarly: boolean;
};

/** More units than this are never annealed: descent ends within half a percent there. */
const annealBelow = 12_000;

const stepsOf: Record<Effort, number> = { quick: 0, normal: 8_000_000, thorough: 60_000_000 };

/** How often a few reps share out their books anew, in parts of lumpy and of small accounts. */
const lumpyDivision = {
  normal: { rounds: 500, reps: 10, steps: 30_000 },
  thorough: { rounds: 3000, reps: 10, steps: 30_000 },
};
const smallDivision = {
  normal: { rounds: 60, reps: 6, steps: 20_000 },
  thorough: { rounds: 1000, reps: 6, steps: 20_000 },
};

function pricePlanOf(problem: Problem, isWarm: boolean): PricePlan {
  if (problem.units < annealBelow) {
    const fullPasses = isWarm ? 200 : problem.units < some ? 2500 : 2000;
    return {
      samplePasses: 0,
      fullPasses,
      firstStep: 0.1,
      turnStep: isWarm ? 0.01 : 0.1,
      lastStep: 0.0003,
      sampleSize: annealBelow,
    };
  }
  return {
    samplePasses: 800,
    fullPasses: isWarm ? 24 : 130,
    firstStep: 0.05,
    turnStep: 0.0005,
    lastStep: 0.000_03,
    sampleSize: 8000,
  };
}

/**
 * Prices, a start guided by them, smoothed descent, exact descent, annealing of small parts. Budgets are counted in
 * passes and steps, so that the same problem, seed and effort give the same plan on any machine.
 */
export function solveComponent(
  problem: Problem,
  { seed, effort, warm }: { seed: number; effort: Effort; warm?: Warm | undefined },
  control: Control,
): Solved {
  const random = seededRandom(seed);
  const priced = climbPrices(
    problem,
    pricePlanOf(problem, !!warm?.prices),
    control,
    warm?.prices ?? undefined,
  );
  const { prices, aim, lowerBound } = priced;
  const isLarge = problem.units >= annealBelow;
  let candidates = candidatesOf(problem, prices, 8, Number.POSITIVE_INFINITY);
  const order = shuffled(problem.units, random);
  control.report({ stage: 'start', share: 0, upper: null, lower: lowerBound });

  const pull = pullOf(problem, candidates, prices, aim);
  const strengths = isLarge ? [1, 0.3, 0.1, 0.1, 0.03, 0.03, 0.01] : [0.1, 0.1, 0.03, 0.03];
  place(pull, strengths[0]!, warm?.held);
  if (!warm) {
    for (const strength of strengths) pullPass(pull, strength, order, control);
  }
  const start = stateOf(problem, pull.held);
  const report = (share: number) =>
    control.report({ stage: 'improve', share, upper: start.cost, lower: lowerBound });
  report(0);
  const descent = descentOf(problem);
  descend(start, candidates, order, random, warm ? { ...descent, passes: 2 } : descent, control);
  report(0.2);
  let held = start.held;
  let cost = costOf(problem, held);

  const steps = isLarge ? 0 : annealSteps(problem, effort);
  if (steps > 0 && !isClosed(problem, cost, lowerBound)) {
    candidates = candidatesOf(problem, prices, 12, Math.max(0, cost - lowerBound));
    const found = annealInTurns(problem, held, candidates, random, steps, control, lowerBound);
    const polished = stateOf(problem, found);
    descend(polished, candidates, order, random, descentOf(problem), control);
    const division = effort === 'quick' ? null : divisionOf(problem, effort);
    if (division) {
      const heat = Math.abs(polished.cost - problem.constant) / problem.units;
      redivide(polished, candidates, random, { ...division, heat }, control, lowerBound);
    }
    const polishedCost = costOf(problem, polished.held);
    if (polishedCost < cost) {
      held = polished.held;
      cost = polishedCost;
    }
  }
  control.report({ stage: 'improve', share: 1, upper: cost, lower: lowerBound });
  return { held, cost, lowerBound, prices, aim, isStoppedEarly: control.isCancelled() };
}

/** Heats at which annealing begins, in shares of the cost of a unit; each goes on from the best plan of the one before. */
const heats = [0.1, 0.03, 0.01];
/** Few and lumpy units: a better plan may lie behind several moves that each cost much. */
const heatsOfFew = [10, 3, 1, 0.3, 0.1, 10, 1, 0.3, 0.1, 0.03, 10, 3, 0.3, 0.1, 0.03];
const few = 100;
/** Below this many families the middle of the road: hotter than large parts, once over. */
const some = 1500;
const heatsOfSome = [1, 0.3, 0.1, 0.03];

function annealInTurns(
  problem: Problem,
  held: Int32Array,
  candidates: Candidates,
  random: () => number,
  steps: number,
  control: Control,
  lowerBound: number,
): Int32Array {
  const perUnit = Math.abs(costOf(problem, held) - problem.constant) / Math.max(1, problem.units);
  let best = held;
  // What one move changes, where it is far more than the cost of a unit: in few and lumpy ones, after descent.
  const scale = problem.units < few ? Math.max(perUnit, usualChange(stateOf(problem, held))) : perUnit;
  const turns = problem.units < few ? heatsOfFew : problem.units < some ? heatsOfSome : heats;
  for (const heat of turns) {
    const cooling = {
      steps: steps / turns.length,
      firstHeat: heat * scale,
      lastHeat: (problem.units < few ? 0.001 : 0.01) * heat * scale,
    };
    const state = stateOf(problem, best, softCaps(problem));
    best = anneal(state, candidates, random, cooling, control, lowerBound).held;
  }
  return best;
}

/** Median of what moving one unit would cost more. */
function usualChange(state: State): number {
  const { first, units } = state.problem;
  const changes: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    for (let pair = first[unit]!; pair < first[unit + 1]! - 1; pair++) {
      const change = shiftChange(state, unit, pair);
      if (change > 0 && change < Number.POSITIVE_INFINITY) changes.push(change);
    }
  }
  return changes.sort((a, b) => a - b)[changes.length >> 1] ?? 0;
}

/** About how long a part takes, to share parts out: one unit is one look at a pair or one step. */
export function workOf(problem: Problem, effort: Effort, isWarm: boolean): number {
  const { samplePasses, fullPasses } = pricePlanOf(problem, isWarm);
  const pairs = problem.pairRep.length;
  const sample = samplePasses * Math.min(pairs, 120_000);
  const annealing = problem.units >= annealBelow ? 0 : annealSteps(problem, effort) * 25;
  const division = effort === 'quick' ? null : divisionOf(problem, effort);
  const dividing = division ? division.rounds * division.steps * 40 : 0;
  return pairs * fullPasses + sample + annealing + dividing + problem.units * 1000;
}

/** null where parts are so few or so many that it gains nothing; fewer tries where few reps have few divisions. */
function divisionOf({ units, reps }: Problem, effort: 'normal' | 'thorough') {
  if (units < few || units >= annealBelow) return null;
  const division = (units < some ? lumpyDivision : smallDivision)[effort];
  const rounds = Math.min(division.rounds, 2 * units, Math.ceil(20 * (reps / division.reps) ** 2));
  return { ...division, rounds };
}

/** Prices at which annealing may pass caps, to begin with; caps of measures without spread stay hard. */
function softCaps(problem: Problem): Float64Array {
  const scales = capScales(problem);
  return problem.cap.map((_, at) => scales[Math.floor(at / problem.stride)]! || Number.POSITIVE_INFINITY);
}

function annealSteps(problem: Problem, effort: Effort): number {
  if (effort === 'quick') return 0;
  const perPair = (effort === 'thorough' ? 50_000 : 10_000) * (problem.units < few ? 4 : 1);
  return Math.min(
    stepsOf[effort],
    Math.max(problem.units < few ? 3_000_000 : 1_000_000, problem.pairRep.length * perPair),
  );
}

/** The more units, the fewer trades are tried for each: about as much work for a part of any size. */
function descentOf({ units }: Problem): Descent {
  if (units >= annealBelow) return { passes: 4, swapTries: 2, tradePartners: 3 };
  const swapTries = Math.min(40, Math.max(3, Math.round(12_000 / (units + 1))));
  return { passes: units < 1000 ? 20 : 6, swapTries, tradePartners: 12 };
}

/** Nothing left to gain; in parts of many units also when less than annealing could find. */
function isClosed({ units, constant }: Problem, cost: number, lowerBound: number): boolean {
  const least = units > 2000 ? 2e-3 : 1e-9;
  return cost - lowerBound <= least * Math.max(1e-3, Math.abs(cost - constant));
}

function shuffled(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
  return order;
}
