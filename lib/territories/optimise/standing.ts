import type { Assignment } from './assignment.ts';
import type { Built } from './build.ts';
import { moveCost, travelCost } from './pair-costs.ts';
import { measureCount, penaltyOf } from './problem.ts';
import { kmBetween } from './travel.ts';

/** Sums of a plan, kept in step while accounts go from rep to rep. */
export type Standing = {
  built: Built;
  assignment: Assignment;
  /** By measure × rep. */
  loads: Float64Array;
  sums: Sums;
};

export type Sums = {
  movedAccounts: number;
  movedPotential: number;
  movedPipeline: number;
  forcedMoves: number;
  held: number;
  touches: number;
  touchKm: number;
  travel: number;
  moves: number;
  unassigned: number;
};

export function standingOf(built: Built, assignment: Assignment): Standing {
  const standing: Standing = {
    built,
    assignment: Int32Array.from(assignment),
    loads: new Float64Array(measureCount * built.input.reps.length),
    sums: {
      movedAccounts: 0,
      movedPotential: 0,
      movedPipeline: 0,
      forcedMoves: 0,
      held: 0,
      touches: 0,
      touchKm: 0,
      travel: 0,
      moves: 0,
      unassigned: 0,
    },
  };
  for (let account = 0; account < assignment.length; account++)
    count(standing, account, assignment[account]!, 1);
  return standing;
}

/** Gives accounts (by index) to a rep (by index, -1 = nobody). */
export function giveTo(standing: Standing, accounts: readonly number[], rep: number): void {
  for (const account of accounts) {
    count(standing, account, standing.assignment[account]!, -1);
    standing.assignment[account] = rep;
    count(standing, account, rep, 1);
  }
}

function count({ built, loads, sums }: Standing, index: number, rep: number, sign: 1 | -1): void {
  const { input, holding, mayKeep, sphere } = built;
  const account = input.accounts[index]!;
  const now = holding.now[index]!;
  const isHeldNow = account.repId !== null;
  const keeps = mayKeep[index]!;
  if (isHeldNow && rep !== now) {
    sums.movedAccounts += sign;
    sums.movedPotential += sign * (account.potentialAmount ?? 0);
    sums.movedPipeline += sign * account.pipelineAmount;
    if ((keeps & 1) === 0) sums.forcedMoves += sign;
  }
  if (rep < 0) {
    sums.unassigned += sign;
    // Leaving it to nobody has its own price, by family: see `nobodyCost`.
    return;
  }
  if ((keeps & 1) !== 0 && rep !== now) sums.moves += sign * moveCost(account, input.rates);
  if ((keeps & 2) !== 0 && rep !== holding.screen[index]) {
    sums.moves += sign * moveCost(account, input.rates) * input.rates.keepScreenFactor;
  }
  const reps = input.reps.length;
  loads[rep]! += sign * (account.potentialAmount ?? 0);
  loads[reps + rep]! += sign * account.workloadTouches;
  loads[2 * reps + rep]! += sign;
  sums.held += sign;
  sums.travel += sign * travelCost(built, index, rep);
  const km = kmBetween(sphere.accounts, index, sphere.reps, rep);
  if (Number.isNaN(km)) return;
  sums.touches += sign * account.workloadTouches;
  sums.touchKm += sign * account.workloadTouches * km;
}

const knownRates = new WeakMap<Built, Float64Array>();

/** By measure × rep; made once for a plan, because a move by hand asks for it twice. */
function balanceRates(built: Built, reps: number): Float64Array {
  const known = knownRates.get(built);
  if (known) return known;
  const { rates } = built.input;
  const made = new Float64Array(3 * reps).fill(rates.balancePotentialRate, 0, reps);
  made.fill(rates.balanceTouchAmount, reps, 2 * reps).fill(rates.balanceCountAmount, 2 * reps);
  knownRates.set(built, made);
  return made;
}

/** Money that the loads cost in balance. */
export function balanceCost({ built, loads }: Standing): number {
  const { input, targets } = built;
  const { rates } = input;
  const reps = input.reps.length;
  const problem = { target: targets, rate: balanceRates(built, reps), ...rates };
  let cost = 0;
  for (let at = 0; at < loads.length; at++) cost += penaltyOf(problem, at, loads[at]!);
  return cost;
}

/** Money of the families that nobody holds. */
export function nobodyCost({ built, assignment, sums }: Standing): number {
  if (sums.unassigned === 0) return 0;
  let cost = 0;
  built.families.forEach((family, index) => {
    if (assignment[family.head]! < 0) cost += built.nobodyCosts[index]!;
  });
  return cost;
}
