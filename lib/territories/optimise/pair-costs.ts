import type { Built } from './build.ts';
import type { Family } from './families.ts';
import type { CarveAccount, Rates } from './input.ts';
import { kmBetween } from './travel.ts';

/** Money that moving an account away from its holder costs. */
export function moveCost(account: CarveAccount, rates: Rates): number {
  const fixed = account.tier === null ? undefined : rates.moveAmountByTier[account.tier];
  return (
    (fixed ?? rates.moveAmount) +
    rates.movePotentialRate * (account.potentialAmount ?? 0) +
    rates.movePipelineRate * account.pipelineAmount
  );
}

/** Money that an account costs in travel with a rep; 0 where a place is not known. */
export function travelCost(
  { input, sphere }: Pick<Built, 'input' | 'sphere'>,
  account: number,
  rep: number,
): number {
  const { rates, accounts } = input;
  if (rates.travelKmAmount === 0) return 0;
  const km = kmBetween(sphere.accounts, account, sphere.reps, rep);
  if (Number.isNaN(km)) return 0;
  const capped = km < rates.travelMaxKm ? km : rates.travelMaxKm;
  return rates.travelKmAmount * accounts[account]!.workloadTouches * capped;
}

/**
 * What a family costs with each of these reps: moves away from holders who could keep it, leaving the plan on screen,
 * and travel. A move that no choice avoids costs nothing here; it is counted as forced.
 */
export function pairCosts(built: Built, family: Family, reps: readonly number[]): number[] {
  const { input, holding } = built;
  const { accounts, rates } = input;
  if (family.members.length === 1 && input.screen === null) {
    // Most families are one account: the same as below without the sums.
    const member = family.members[0]!;
    const now = holding.now[member]!;
    const leaving = now >= 0 && reps.includes(now) ? moveCost(accounts[member]!, rates) : 0;
    return reps.map((rep) => (rep === now ? 0 : leaving) + travelCost(built, member, rep));
  }
  let leaving = 0;
  const kept = new Map<number, number>();
  const stay = (rep: number, amount: number) => {
    if (rep < 0 || amount === 0 || !reps.includes(rep)) return;
    leaving += amount;
    kept.set(rep, (kept.get(rep) ?? 0) + amount);
  };
  for (const member of family.members) {
    const now = holding.now[member]!;
    const screen = holding.screen[member]!;
    if (now < 0 && screen < 0) continue;
    const amount = moveCost(accounts[member]!, rates);
    stay(now, amount);
    stay(screen, amount * rates.keepScreenFactor);
  }
  return reps.map((rep) => {
    let cost = leaving - (kept.get(rep) ?? 0);
    for (const member of family.members) cost += travelCost(built, member, rep);
    return cost;
  });
}
