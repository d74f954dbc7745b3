import type { Control } from './control.ts';
import type { CarveInput, Rates } from './input.ts';
import { type Carved, type RunJobs, solveAgain, solvePlan } from './solve-plan.ts';

/** Each step multiplies the price of a move by this until few enough move; then the interval is halved so often. */
const growth = 4;
const mostGrowths = 6;
const halvings = 4;

/**
 * Solves a question with its wish that at most so many accounts change hands. Where the plan moves more, each move is
 * priced higher, by the least amount that bisection finds (a Lagrange multiplier for the wish), and the plan is solved
 * with it: what is moved then are the accounts whose move is worth most. The bound is for these prices.
 */
export async function solveWithin(input: CarveInput, run: RunJobs, control: Control): Promise<Carved> {
  const free = await solvePlan(input, run, control);
  const most = input.maxMovedRate ?? null;
  if (most === null || movedRate(free) <= most) return free;
  const found = await withFewMoves(free, most, input, run, control);
  // Stopped between two searches, it is one that was not looked for to the end all the same.
  return { ...found, isStoppedEarly: found.isStoppedEarly || control.isCancelled() };
}

async function withFewMoves(
  free: Carved,
  most: number,
  input: CarveInput,
  run: RunJobs,
  control: Control,
): Promise<Carved> {
  const dearer = (from: Carved, extraMoveAmount: number, effort: CarveInput['effort']) =>
    solveAgain(
      from,
      { rates: withDearerMoves(input.rates, extraMoveAmount), screen: input.screen, effort, extraMoveAmount },
      run,
      control,
    );
  let low = 0;
  let high = firstPrice(free);
  let best = await dearer(free, high, 'quick');
  for (let step = 0; movedRate(best) > most && step < mostGrowths && !control.isCancelled(); step++) {
    low = high;
    high *= growth;
    best = await dearer(best, high, 'quick');
  }
  const canBeKept = movedRate(best) <= most;
  for (let step = 0; canBeKept && step < halvings && !control.isCancelled(); step++) {
    const middle = low === 0 ? high / 2 : Math.sqrt(low * high);
    const tried = await dearer(best, middle, 'quick');
    if (movedRate(tried) <= most) [best, high] = [tried, middle];
    else low = middle;
  }
  if (input.effort === 'quick' || control.isCancelled()) return best;
  const polished = await dearer(best, high, input.effort);
  return movedRate(polished) <= Math.max(most, movedRate(best)) ? polished : best;
}

/** Accounts that change hands, as a share of all. */
export function movedRate({ built, assignment }: Carved): number {
  const { accounts } = built.input;
  let moved = 0;
  accounts.forEach((account, index) => {
    if (account.repId !== null && assignment[index] !== built.holding.now[index]) moved += 1;
  });
  return moved / Math.max(1, accounts.length);
}

function withDearerMoves(rates: Rates, extra: number): Rates {
  const byTier = Object.entries(rates.moveAmountByTier).map(([tier, amount]) => [tier, amount + extra]);
  return {
    ...rates,
    moveAmount: rates.moveAmount + extra,
    moveAmountByTier: Object.fromEntries(byTier) as Record<string, number>,
  };
}

/** A quarter of what a move costs in the mean, so that small and large potentials start alike. */
function firstPrice({ built }: Carved): number {
  const { accounts, rates } = built.input;
  const potential = accounts.reduce((sum, account) => sum + (account.potentialAmount ?? 0), 0);
  return Math.max(1, (rates.moveAmount + (rates.movePotentialRate * potential) / accounts.length) / 4);
}
