import { balanceCost, nobodyCost, type Standing } from './standing.ts';

type Spread = {
  /** Reps within the tolerance round their target. */
  repsInBand: number;
  /** Smallest and largest load ÷ target. null without any target. */
  lowestRate: number | null;
  highestRate: number | null;
};

/** Every measure of a plan, the same before and after. Rates are 0–1, amounts money. */
export type Measures = {
  /** Reps with a target. */
  reps: number;
  potential: Spread;
  workload: Spread;
  count: Spread;
  /** Accounts past account caps, and reps past their capacity of touches. */
  accountsOverCap: number;
  repsOverCapacity: number;
  movedAccounts: number;
  movedAccountsRate: number;
  movedPotentialRate: number;
  movedPipelineRate: number;
  /** Moves that no plan avoids (the holder left or may not keep it), and the others. */
  forcedMoves: number;
  chosenMoves: number;
  unassigned: number;
  /** Mean distance by touches. null where no place is known. */
  meanKm: number | null;
  cost: {
    balanceAmount: number;
    movesAmount: number;
    travelAmount: number;
    unassignedAmount: number;
    totalAmount: number;
  };
};

export function measuresOf(standing: Standing): Measures {
  const { built, loads, sums } = standing;
  const { input, targets } = built;
  const reps = input.reps.length;
  let accountsOverCap = 0;
  let repsOverCapacity = 0;
  input.reps.forEach((rep, index) => {
    if (rep.capAccounts !== null) accountsOverCap += Math.max(0, loads[2 * reps + index]! - rep.capAccounts);
    if (rep.capTouches !== null && loads[reps + index]! > rep.capTouches + 1e-6) repsOverCapacity += 1;
  });
  const totals = totalsOf(standing);
  const rateOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const cost = {
    balanceAmount: balanceCost(standing),
    movesAmount: sums.moves,
    travelAmount: sums.travel,
    unassignedAmount: nobodyCost(standing),
  };
  return {
    reps: [...targets.subarray(0, reps).keys()].filter((rep) => targets[2 * reps + rep]! > 0).length,
    potential: spreadOf(standing, 0),
    workload: spreadOf(standing, 1),
    count: spreadOf(standing, 2),
    accountsOverCap,
    repsOverCapacity,
    movedAccounts: sums.movedAccounts,
    movedAccountsRate: rateOf(sums.movedAccounts, input.accounts.length),
    movedPotentialRate: rateOf(sums.movedPotential, totals.potential),
    movedPipelineRate: rateOf(sums.movedPipeline, totals.pipeline),
    forcedMoves: sums.forcedMoves,
    chosenMoves: sums.movedAccounts - sums.forcedMoves,
    unassigned: sums.unassigned,
    meanKm: sums.touches > 0 ? sums.touchKm / sums.touches : null,
    cost: {
      ...cost,
      totalAmount: cost.balanceAmount + cost.movesAmount + cost.travelAmount + cost.unassignedAmount,
    },
  };
}

const knownTotals = new WeakMap<object, { potential: number; pipeline: number }>();

function totalsOf({ built }: Standing): { potential: number; pipeline: number } {
  const { accounts } = built.input;
  const known = knownTotals.get(accounts);
  if (known) return known;
  const totals = { potential: 0, pipeline: 0 };
  for (const account of accounts) {
    totals.potential += account.potentialAmount ?? 0;
    totals.pipeline += account.pipelineAmount;
  }
  knownTotals.set(accounts, totals);
  return totals;
}

function spreadOf({ built, loads }: Standing, measure: number): Spread {
  const { input, targets } = built;
  const reps = input.reps.length;
  const spread: Spread = { repsInBand: 0, lowestRate: null, highestRate: null };
  for (let rep = 0; rep < reps; rep++) {
    const target = targets[measure * reps + rep]!;
    if (!(target > 0)) continue;
    const rate = loads[measure * reps + rep]! / target;
    if (Math.abs(rate - 1) <= input.rates.bandRate + 1e-9) spread.repsInBand += 1;
    spread.lowestRate = Math.min(spread.lowestRate ?? rate, rate);
    spread.highestRate = Math.max(spread.highestRate ?? rate, rate);
  }
  return spread;
}
