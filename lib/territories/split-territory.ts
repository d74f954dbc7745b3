import { unitsOf } from './assign-holders.ts';
import type { Carve } from './carve.ts';
import type { Slot, Territory } from './plan-model.ts';
import { splitEvenly } from './split-evenly.ts';

/**
 * Divides all accounts of a territory among the holders of a slot anew, evenly by potential ÷ weight. What is locked
 * to a holder stays and counts towards that holder's share; families stay together.
 */
export function splitTerritory(
  carved: Carve,
  territory: Territory,
  slot: Slot,
): { accountId: number; repId: number }[] {
  const facts = new Map(carved.accounts.map((account) => [account.id, account]));
  const members = [...carved.assigned.values()].filter((item) => item.place.territoryId === territory.id);
  const isLocked = (item: (typeof members)[number]) => item.reasons[slot] === 'lock';
  const open = members.filter((item) => !isLocked(item));
  const holders = territory.holders
    .filter((holder) => holder.slot === slot)
    .map((holder) => ({
      ...holder,
      fixedAmount: members
        .filter((item) => isLocked(item) && item.holders[slot] === holder.repId)
        .reduce((total, item) => total + (facts.get(item.accountId)?.potentialAmount ?? 0), 0),
    }));
  const split = splitEvenly(unitsOf(open, slot, facts), holders);
  return open.flatMap((item) => {
    const repId = split.get(facts.get(item.accountId)?.familyId ?? item.accountId);
    return repId === undefined ? [] : [{ accountId: item.accountId, repId }];
  });
}
