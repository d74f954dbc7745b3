import { type Assignment, fixedAssignment, heldOf, putComponent } from './assignment.ts';
import { type Built, buildPlan, type Component } from './build.ts';
import type { Control } from './control.ts';
import type { CarveInput } from './input.ts';
import { measureCount, type Problem } from './problem.ts';
import { digestOf } from './random.ts';
import { type Effort, type Solved, solveComponent, type Warm } from './solve-component.ts';

/** One part to be solved, by itself and by whoever has time: the answer depends on nothing else. */
export type Job = { part: number; problem: Problem; seed: number; effort: Effort; warm?: Warm | undefined };
export type RunJobs = (jobs: readonly Job[], control: Control) => Promise<Solved[]>;

/** A plan with all that is needed to explain it and to go on from it. */
export type Carved = {
  built: Built;
  assignment: Assignment;
  solved: Solved[];
  /** The same for the same question, seed and effort, on any number of threads. */
  digest: number;
  isStoppedEarly: boolean;
  /** Money that each move costs beyond the question's rates, so that few enough accounts change hands. */
  extraMoveAmount: number;
};

/** Solves the jobs one after the other, here. */
export const runHere: RunJobs = async (jobs, control) =>
  jobs.map((job) => solveComponent(job.problem, job, control));

/** Solves a question that `checkInput` passed. */
export async function solvePlan(input: CarveInput, run: RunJobs, control: Control): Promise<Carved> {
  const built = buildPlan(input);
  const jobs = built.components.map((component, part) => jobOf(input, component, part));
  return carvedOf(built, await run(jobs, control), 0);
}

/** What is different now. The accounts of reps who leave need new ones, locks to them end. */
export type Change = Partial<CarveInput> & {
  leavingRepIds?: readonly number[];
  /** What of the changed rates is the price of moving few accounts; without it the rates before stay as they are. */
  extraMoveAmount?: number;
};

/** A question after a change, as `checkInput` should see it. */
export function changedInput(
  old: CarveInput,
  { leavingRepIds = [], extraMoveAmount: _, ...change }: Change,
): CarveInput {
  const input = { ...old, ...change };
  if (leavingRepIds.length === 0) return input;
  const isGone = (repId: number | null) => repId !== null && leavingRepIds.includes(repId);
  return {
    ...input,
    reps: input.reps.filter((rep) => !isGone(rep.id)),
    accounts: input.accounts.map((account) =>
      isGone(account.lockedRepId) ? { ...account, lockedRepId: null } : account,
    ),
  };
}

/**
 * Solves a question that differs little from one already answered: refused moves, a rep who leaves or joins, another
 * cap. The plan before is the start and stands on screen, so that leaving it has a price. Parts in which nothing
 * changed are taken as they are.
 */
export async function solveAgain(
  before: Carved,
  change: Change,
  run: RunJobs,
  control: Control,
): Promise<Carved> {
  const { input: old } = before.built;
  const screen = new Map<number, number>();
  old.accounts.forEach((account, index) => {
    const rep = old.reps[before.assignment[index]!];
    if (rep) screen.set(account.id, rep.id);
  });
  const input = changedInput(old, { screen, effort: 'quick', ...change });
  const built = buildPlan(input);
  const place = new Map(input.reps.map((rep, index) => [rep.id, index]));
  const start = Int32Array.from(before.assignment, (rep) => place.get(old.reps[rep]?.id ?? Number.NaN) ?? -1);
  const known = new Map(
    before.built.components.map((component, part) => [shapeOf(before.built, component), part]),
  );
  const solved: Solved[] = [];
  const jobs: Job[] = [];
  // Accounts whose lock ended are in a part whose reps changed, so that it is solved again anyway.
  const isSameMarket = (change.accounts ?? old.accounts) === old.accounts && input.rates === old.rates;
  built.components.forEach((component, part) => {
    const same = isSameMarket ? known.get(shapeOf(built, component)) : undefined;
    if (same !== undefined) {
      solved[part] = before.solved[same]!;
      return;
    }
    const warm = { held: heldOf(built, component, start), prices: pricesFrom(before, built, component) };
    jobs.push({ ...jobOf(input, component, part), warm });
  });
  const found = await run(jobs, control);
  jobs.forEach((job, index) => (solved[job.part] = found[index]!));
  const kept = change.rates ? 0 : before.extraMoveAmount;
  return carvedOf(built, solved, change.extraMoveAmount ?? kept);
}

function jobOf(input: CarveInput, { problem }: Component, part: number): Job {
  return { part, problem, seed: digestOf([input.seed, part]), effort: input.effort };
}

function carvedOf(built: Built, solved: Solved[], extraMoveAmount: number): Carved {
  const assignment = fixedAssignment(built);
  built.components.forEach((component, part) =>
    putComponent(built, component, solved[part]!.held, assignment),
  );
  return {
    built,
    assignment,
    solved,
    digest: digestOf(assignment),
    isStoppedEarly: solved.some((part) => part.isStoppedEarly),
    extraMoveAmount,
  };
}

/** All that decides a part except money, which follows from the same accounts and rates. */
function shapeOf({ input, families }: Built, { reps, families: units, problem }: Component): number {
  let digest = digestOf(reps.map((rep) => input.reps[rep]!.id));
  digest = digestOf(
    units.map((unit) => families[unit]!.familyId),
    digest,
  );
  digest = digestOf(problem.first, digest);
  digest = digestOf(problem.pairRep, digest);
  for (const source of [problem.target, problem.cap, problem.fixed]) {
    digest = digestOf(new Uint32Array(source.buffer, source.byteOffset, source.length * 2), digest);
  }
  return digest;
}

/** Prices of reps that were in a part before, 0 for the others. null when nobody was. */
function pricesFrom(before: Carved, { input }: Built, { reps, problem }: Component): Float64Array | null {
  const known = new Map<number, { prices: Float64Array; stride: number; rep: number }>();
  before.built.components.forEach((component, part) => {
    component.reps.forEach((rep, index) => {
      const { prices } = before.solved[part]!;
      known.set(before.built.input.reps[rep]!.id, { prices, stride: component.problem.stride, rep: index });
    });
  });
  const prices = new Float64Array(measureCount * problem.stride);
  let isKnown = false;
  reps.forEach((rep, index) => {
    const found = known.get(input.reps[rep]!.id);
    if (!found) return;
    isKnown = true;
    for (let measure = 0; measure < measureCount; measure++) {
      prices[measure * problem.stride + index] = found.prices[measure * found.stride + found.rep]!;
    }
  });
  return isKnown ? prices : null;
}
