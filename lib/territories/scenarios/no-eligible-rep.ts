import { canTake } from '../optimise/eligibility.ts';
import type { CarveAccount, CarveRep } from '../optimise/input.ts';

/** How many accounts no rep may hold, by their traits. */
export function countWithoutEligibleRep(
  accounts: readonly Pick<CarveAccount, 'traits'>[],
  reps: readonly CarveRep[],
): number {
  const able = reps.filter((rep) => rep.shareRate * rep.rampRate > 0);
  const known = new Map<string, boolean>();
  let found = 0;
  for (const { traits } of accounts) {
    const key = JSON.stringify(traits);
    const hasRep = known.get(key) ?? able.some((rep) => canTake(rep, traits));
    known.set(key, hasRep);
    if (!hasRep) found += 1;
  }
  return found;
}
