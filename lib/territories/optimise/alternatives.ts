import type { Control } from './control.ts';
import { weighGoals } from './goals-in-words.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type Carved, type RunJobs, solveAgain } from './solve-plan.ts';
import { standingOf } from './standing.ts';

/** A plan along balance against disruption: how much more keeping relationships weighs than in the question. */
export type Alternative = { keepWeight: number; carved: Carved; measures: Measures };

/** From an even and near carve to one that disturbs as little as possible; those that differ most come first. */
const keepWeights = [0.1, 30, 8, 100, 0.3];
const mostPlans = 5;

/**
 * Three to five plans between balance and disruption, the given one among them, by ascending weight of keeping. A plan
 * that would move nearly the same accounts as another is left out, so there may be fewer when there is no real choice.
 */
export async function alternativesOf(carved: Carved, run: RunJobs, control: Control): Promise<Alternative[]> {
  const { rates } = carved.built.input;
  const found: Alternative[] = [entryOf(1, carved)];
  for (const keepWeight of keepWeights) {
    if (control.isCancelled() || found.length === mostPlans) break;
    const change = { rates: weighGoals(rates, { keep: keepWeight }), screen: null };
    const other = entryOf(keepWeight, await solveAgain(carved, change, run, control));
    if (!found.some((known) => isAlike(known, other))) found.push(other);
  }
  return found.sort((a, b) => a.keepWeight - b.keepWeight);
}

/** Measured with the prices of its own question; moves and books are the same whatever the prices. */
function entryOf(keepWeight: number, carved: Carved): Alternative {
  return { keepWeight, carved, measures: measuresOf(standingOf(carved.built, carved.assignment)) };
}

/** Few of the accounts that either moves differ, or neither balance nor disruption does. */
function isAlike(one: Alternative, two: Alternative): boolean {
  const [a, b] = [one.carved.assignment, two.carved.assignment];
  const different = a.reduce((count, rep, account) => count + (rep === b[account] ? 0 : 1), 0);
  const most = Math.max(one.measures.movedAccounts, two.measures.movedAccounts);
  const moved = Math.abs(one.measures.movedAccounts - two.measures.movedAccounts);
  const isEven = one.measures.potential.repsInBand === two.measures.potential.repsInBand;
  return different < 0.1 * most || (moved < 0.05 * most && isEven);
}
