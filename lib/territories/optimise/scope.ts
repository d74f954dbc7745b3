import type { Eligibility } from './eligibility.ts';
import { type Family, type Holding, splitFamily } from './families.ts';
import type { CarveInput } from './input.ts';

/** Families after the scope: some fixed where they are, some free to go only to certain reps. */
export type Scoped = {
  families: Family[];
  /** Where each comes from in the list before, for eligibility. */
  origin: number[];
  /** Rep indexes that a free family may go to; null = all that may hold it. */
  only: (readonly number[] | null)[];
};

/** Applies what may change. Accounts out of scope stay where they are, each with its holder or nobody. */
export function scopedFamilies(
  input: CarveInput,
  families: readonly Family[],
  holding: Holding,
  eligibility: Eligibility,
): Scoped {
  const scoped: Scoped = { families: [], origin: [], only: [] };
  const add = (family: Family, origin: number, only: readonly number[] | null) => {
    scoped.families.push(family);
    scoped.origin.push(origin);
    scoped.only.push(only);
  };
  const { scope, accounts, reps } = input;
  const territories = scope.kind === 'territories' ? new Set<number | null>(scope.territoryIds) : null;
  const newReps =
    scope.kind === 'newReps'
      ? reps.flatMap((rep, index) => (scope.repIds.includes(rep.id) ? [index] : []))
      : [];

  families.forEach((family, index) => {
    if (family.fixedBy) return add(family, index, null);
    if (scope.kind === 'whole') return add(family, index, null);
    if (territories) {
      if (territories.has(accounts[family.head]!.territoryId)) return add(family, index, null);
      return stay(family, index);
    }
    const able = eligibility.repsOf(index);
    const holders = [...new Set(family.members.map((member) => holding.now[member]!))].filter((rep) =>
      able.includes(rep),
    );
    if (scope.kind === 'orphans') {
      if (holders.length === 0) return add(family, index, null);
      if (holders.length === 1)
        return add({ ...family, fixedRep: holders[0]!, fixedBy: 'scope' }, index, null);
      return stay(family, index, holders[0]);
    }
    const open = able.filter((rep) => newReps.includes(rep) || holders.includes(rep));
    // To stay as one it would have to be brought together first: what has several holders stays with them.
    if (holders.length <= 1 && open.some((rep) => newReps.includes(rep))) return add(family, index, open);
    stay(family, index);
  });
  return scoped;

  /** Each account with its own holder; those without one follow `heir`, if given. */
  function stay(family: Family, index: number, heir = -1): void {
    const holderOf = (member: number) => (holding.now[member]! >= 0 ? holding.now[member]! : heir);
    for (const part of splitFamily(accounts, family, holderOf)) add(part, index, null);
  }
}
