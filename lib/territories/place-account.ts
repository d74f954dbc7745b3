import { firstMatch, type Step } from '#lib/shared/first-match.ts';
import { placeFinder } from './lies-in.ts';
import type { HandPlace, Place, PlaceStep, Plan, PlanAccount, Territory } from './plan-model.ts';

/**
 * Where an account lies in a plan, and which step decided: locks → named accounts → rules from top to bottom, first
 * match → geography → unassigned. A lock may also keep an account out of every territory. Holders within a territory
 * are a matter of `assignHolders`.
 */
export function placeAccount(account: PlanAccount, plan: Plan): Place {
  return placing(plan)(account);
}

/** An account with what was set on it by hand; the territory only where the plan has it. */
type Subject = { account: PlanAccount; hand: HandPlace | undefined; handTerritory: number | null };

/** `placeAccount` for many accounts of one plan: what is the same for all of them is worked out once. */
export function placing(plan: Plan): (account: PlanAccount) => Place {
  const known = new Set(plan.territories.map((territory) => territory.id));
  const steps: Step<PlaceStep, number, Subject>[] = [
    { step: 'lock', find: ({ hand, handTerritory }) => (hand?.isLocked ? handTerritory : null) },
    { step: 'named', find: ({ hand, handTerritory }) => (hand && !hand.isLocked ? handTerritory : null) },
    ...ordered(plan.territories, 'rule').map(({ id, members }) => ({
      step: 'rule' as const,
      find: ({ account }: Subject) => (members.has(account.id) ? id : null),
    })),
    ...ordered(plan.territories, 'geography').map(({ id, places }) => {
      const placeOf = placeFinder(places);
      return {
        step: 'geography' as const,
        find: ({ account }: Subject) => (placeOf(account) === null ? null : id),
      };
    }),
  ];
  return (account) => {
    const hand = plan.places.get(account.id);
    if (hand?.isLocked && hand.territoryId === null) {
      return { accountId: account.id, territoryId: null, step: 'lock', reason: hand.reason, losing: [] };
    }
    const handId = hand?.territoryId ?? null;
    const handTerritory = handId !== null && known.has(handId) ? handId : null;
    const matched = firstMatch(steps, { account, hand, handTerritory });
    if (!matched) {
      return { accountId: account.id, territoryId: null, step: 'unassigned', reason: null, losing: [] };
    }
    const isByHand = matched.step === 'lock' || matched.step === 'named';
    return {
      accountId: account.id,
      territoryId: matched.value,
      step: matched.step,
      reason: isByHand ? (hand?.reason ?? null) : null,
      losing: matched.losing.map(({ value, step }) => ({ territoryId: value, step })),
    };
  };
}

function ordered(territories: readonly Territory[], kind: Territory['kind']): Territory[] {
  return territories.filter((territory) => territory.kind === kind).sort((a, b) => a.position - b.position);
}
