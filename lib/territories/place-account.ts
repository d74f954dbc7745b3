import { firstMatch } from '#lib/shared/first-match.ts';
import { placeFinder } from './lies-in.ts';
import type { Place, PlaceStep, Plan, PlanAccount, Territory } from './plan-model.ts';

/**
 * Where an account lies in a plan, and which step decided: locks → named accounts → rules from top to bottom, first
 * match → geography → unassigned. A lock may also keep an account out of every territory. Holders within a territory
 * are a matter of `assignHolders`.
 */
export function placeAccount(account: PlanAccount, plan: Plan): Place {
  return placing(plan)(account);
}

/** `placeAccount` for many accounts of one plan: what is the same for all of them is worked out once. */
export function placing(plan: Plan): (account: PlanAccount) => Place {
  const known = new Set(plan.territories.map((territory) => territory.id));
  const rules = ordered(plan.territories, 'rule');
  const geography = ordered(plan.territories, 'geography').map((territory) => ({
    id: territory.id,
    placeOf: placeFinder(territory.places),
  }));
  return (account) => {
    const hand = plan.places.get(account.id);
    if (hand?.isLocked && hand.territoryId === null) {
      return { accountId: account.id, territoryId: null, step: 'lock', reason: hand.reason, losing: [] };
    }
    const handId = hand?.territoryId ?? null;
    const handTerritory = handId !== null && known.has(handId) ? handId : null;
    const matched = firstMatch<PlaceStep, number>([
      { step: 'lock', find: () => (hand?.isLocked ? handTerritory : null) },
      { step: 'named', find: () => (hand && !hand.isLocked ? handTerritory : null) },
      ...rules.map((territory) => ({
        step: 'rule' as const,
        find: () => (territory.members.has(account.id) ? territory.id : null),
      })),
      ...geography.map((territory) => ({
        step: 'geography' as const,
        find: () => (territory.placeOf(account) === null ? null : territory.id),
      })),
    ]);
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
