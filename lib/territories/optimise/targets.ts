import type { Eligibility } from './eligibility.ts';
import type { Family } from './families.ts';
import type { CarveInput } from './input.ts';
import { measureCount } from './problem.ts';

export function weightOf(rep: { shareRate: number; rampRate: number }): number {
  return rep.shareRate * rep.rampRate;
}

/** Potential, workload and count of a family, in the order of measures. */
export function loadsOf(family: Family): [number, number, number] {
  return [family.potentialAmount, family.workloadTouches, family.members.length];
}

/**
 * What each rep should hold, by measure × rep: a share by weight of what its group has, among the reps it can trade
 * accounts with. What several groups may hold is split between them by their weights. Accounts that nobody may hold
 * count for nobody.
 */
export function targetsOf(
  input: CarveInput,
  families: readonly Family[],
  origin: readonly number[],
  eligibility: Eligibility,
  partOfRep: Int32Array,
): Float64Array {
  const { reps } = input;
  const keyOf = (rep: number) => `${partOfRep[rep]}\u0000${reps[rep]!.group}`;
  const weights = new Map<string, number>();
  reps.forEach((rep, index) => weights.set(keyOf(index), (weights.get(keyOf(index)) ?? 0) + weightOf(rep)));
  const totals = new Map<string, [number, number, number]>();
  const give = (key: string, loads: readonly number[], share: number) => {
    const total = totals.get(key) ?? [0, 0, 0];
    totals.set(key, total);
    for (let measure = 0; measure < measureCount; measure++) total[measure]! += loads[measure]! * share;
  };
  const sharesOfClass = eligibility.classes.map((item) => {
    const shares = new Map<string, number>();
    const all = item.reps.reduce((sum, rep) => sum + weightOf(reps[rep]!), 0);
    for (const rep of item.reps) {
      shares.set(keyOf(rep), (shares.get(keyOf(rep)) ?? 0) + weightOf(reps[rep]!) / all);
    }
    return [...shares];
  });
  families.forEach((family, index) => {
    const loads = loadsOf(family);
    if (family.fixedBy) {
      if (family.fixedRep >= 0) give(keyOf(family.fixedRep), loads, 1);
      return;
    }
    for (const [key, share] of sharesOfClass[eligibility.classOf[origin[index]!]!]!) give(key, loads, share);
  });
  const targets = new Float64Array(measureCount * reps.length);
  reps.forEach((rep, index) => {
    const total = totals.get(keyOf(index));
    const weight = weights.get(keyOf(index))!;
    if (!total || weight === 0) return;
    for (let measure = 0; measure < measureCount; measure++) {
      targets[measure * reps.length + index] = (total[measure]! * weightOf(rep)) / weight;
    }
  });
  return targets;
}
