import { roomBeside, unitsOf } from './assign-holders.ts';
import type { Carve } from './carve.ts';
import type { Slot, Territory } from './plan-model.ts';
import { splitEvenly } from './split-evenly.ts';

/**
 * Divides all accounts of a territory among the holders of a slot anew, evenly by potential ÷ weight. What is locked
 * to a holder stays and counts towards that holder's share; families stay together. Nobody is taken over the account
 * cap, which counts what the rep holds elsewhere too: accounts for which nobody has room get no holder (null).
 */
export function splitTerritory(
  carved: Carve,
  territory: Territory,
  slot: Slot,
): { accountId: number; repId: number | null }[] {
  const facts = new Map(carved.accounts.map((account) => [account.id, account]));
  const members = [...carved.assigned.values()].filter((item) => item.place.territoryId === territory.id);
  const isLocked = (item: (typeof members)[number]) => item.reasons[slot] === 'lock';
  const open = members.filter((item) => !isLocked(item));
  const elsewhere = (repId: number) =>
    (carved.after.find((book) => book.slot === slot && book.repId === repId)?.accounts ?? 0) -
    open.filter((item) => item.holders[slot] === repId).length;
  const holders = territory.holders
    .filter((holder) => holder.slot === slot)
    .map((holder) => ({
      ...holder,
      ...roomBeside(holder, elsewhere(holder.repId)),
      fixedAmount: members
        .filter((item) => isLocked(item) && item.holders[slot] === holder.repId)
        .reduce((total, item) => total + (facts.get(item.accountId)?.potentialAmount ?? 0), 0),
    }));
  const split = splitEvenly(unitsOf(open, slot, facts), holders);
  return open.map(({ accountId }) => ({
    accountId,
    repId: split.get(facts.get(accountId)?.familyId ?? accountId) ?? null,
  }));
}
