import type { Built, Component } from './build.ts';
import { pairOf } from './problem.ts';

/** Rep index by account, -1 = nobody. */
export type Assignment = Int32Array;

/** What is fixed before anything is solved. */
export function fixedAssignment({ input, families }: Built): Assignment {
  const assignment = new Int32Array(input.accounts.length).fill(-1);
  for (const family of families) {
    if (family.fixedBy) for (const member of family.members) assignment[member] = family.fixedRep;
  }
  return assignment;
}

/** Writes a solved part into the assignment. */
export function putComponent(
  { families }: Built,
  component: Component,
  held: Int32Array,
  into: Assignment,
): void {
  const { problem, reps } = component;
  component.families.forEach((index, unit) => {
    const rep = reps[problem.pairRep[held[unit]!]!] ?? -1;
    for (const member of families[index]!.members) into[member] = rep;
  });
}

/** The pairs of a part that an assignment stands for; -1 where the family's head has no rep it may go to. */
export function heldOf({ families }: Built, component: Component, assignment: Assignment): Int32Array {
  const { problem, reps } = component;
  const local = new Map(reps.map((rep, index) => [rep, index]));
  return Int32Array.from(component.families, (index, unit) => {
    const rep = local.get(assignment[families[index]!.head]!);
    return rep === undefined ? -1 : pairOf(problem, unit, rep);
  });
}
