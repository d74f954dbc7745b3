import { type Assignment, fixedAssignment } from '#lib/territories/optimise/assignment.ts';
import type { Built } from '#lib/territories/optimise/build.ts';
import { kmBetween } from '#lib/territories/optimise/travel.ts';

type Chooser = (family: number, reps: readonly number[]) => number;

/** Gives every free family to an eligible rep, in the given order; caps and holders are not looked at. */
function giveOut(built: Built, order: readonly number[], choose: Chooser): Assignment {
  const assignment = fixedAssignment(built);
  for (const family of order) {
    const reps = built.repsOf(family);
    if (reps.length === 0) continue;
    const rep = choose(family, reps);
    for (const member of built.families[family]!.members) assignment[member] = rep;
  }
  return assignment;
}

function freeFamilies({ families }: Built): number[] {
  return families.flatMap((family, index) => (family.fixedBy ? [] : [index]));
}

/** By turns among the eligible. */
export function roundRobin(built: Built): Assignment {
  const turns = new Map<number, number>();
  return giveOut(built, freeFamilies(built), (family, reps) => {
    const key = built.classOfFamily[family]!;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return reps[turn % reps.length]!;
  });
}

/** Largest potential first, to whoever is furthest below target. */
export function greedyBySize(built: Built): Assignment {
  const loads = new Float64Array(built.input.reps.length);
  const order = freeFamilies(built).sort(
    (a, b) => built.families[b]!.potentialAmount - built.families[a]!.potentialAmount || a - b,
  );
  return giveOut(built, order, (family, reps) => {
    let best = reps[0]!;
    for (const rep of reps) {
      if (loads[rep]! / built.targets[rep]! < loads[best]! / built.targets[best]!) best = rep;
    }
    loads[best]! += built.families[family]!.potentialAmount;
    return best;
  });
}

/** Lloyd's k-means on the sphere, reps' homes as first centres, each account with its nearest eligible centre. */
export function kMeansByGeography(built: Built, rounds = 8): Assignment {
  const centres = Float64Array.from(built.sphere.reps);
  const order = freeFamilies(built);
  let assignment = fixedAssignment(built);
  for (let round = 0; round < rounds; round++) {
    assignment = giveOut(built, order, (family, reps) => {
      const { head } = built.families[family]!;
      let best = reps[0]!;
      let bestKm = Number.POSITIVE_INFINITY;
      for (const rep of reps) {
        const km = kmBetween(built.sphere.accounts, head, centres, rep);
        if (km < bestKm) [best, bestKm] = [rep, km];
      }
      return best;
    });
    const sums = new Float64Array(centres.length);
    assignment.forEach((rep, account) => {
      for (let axis = 0; axis < 3 && rep >= 0; axis++) {
        sums[rep * 3 + axis]! += built.sphere.accounts[account * 3 + axis]!;
      }
    });
    for (let rep = 0; rep < built.input.reps.length; rep++) {
      const length = Math.hypot(sums[rep * 3]!, sums[rep * 3 + 1]!, sums[rep * 3 + 2]!);
      if (length > 0)
        for (let axis = 0; axis < 3; axis++) centres[rep * 3 + axis] = sums[rep * 3 + axis]! / length;
    }
  }
  return assignment;
}
