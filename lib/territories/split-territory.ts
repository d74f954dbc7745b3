import { type Load, loadOf, roomBeside, unitsOf } from './assign-holders.ts';
import type { Carve } from './carve.ts';
import type { Slot, Territory } from './plan-model.ts';
import { type SplitHolder, splitEvenly, type SplitUnit } from './split-evenly.ts';

export type TerritorySplit = {
  /** Who gets each account that is not locked; null = nobody has room. */
  split: { accountId: number; repId: number | null }[];
  unplaced: Unplaced;
};

export type Unplaced = {
  accounts: number;
  /** Touches a month that they ask for: by how much the holders are short. */
  workloadTouches: number;
  /** What left no room, for at least one of them. */
  limits: ('cap' | 'capacity')[];
};

/**
 * Divides all accounts of a territory among the holders of a slot anew, evenly by potential ÷ weight. What is locked
 * to a holder stays and counts towards that holder's share; families stay together. Nobody is taken over
 * account cap or touch capacity, which count what the rep holds elsewhere too: accounts for which nobody has room get no
 * holder (null).
 */
export function splitTerritory(carved: Carve, territory: Territory, slot: Slot): TerritorySplit {
  const facts = new Map(carved.accounts.map((account) => [account.id, account]));
  const members = [...carved.assigned.values()].filter((item) => item.place.territoryId === territory.id);
  const isLocked = (item: (typeof members)[number]) => item.reasons[slot] === 'lock';
  const open = members.filter((item) => !isLocked(item));
  const elsewhere = (repId: number): Load => {
    const book = carved.after.find((item) => item.slot === slot && item.repId === repId);
    const here = loadOf(
      open.filter((item) => item.holders[slot] === repId),
      facts,
    );
    return {
      accounts: (book?.accounts ?? 0) - here.accounts,
      workloadTouches: (book?.workloadTouches ?? 0) - here.workloadTouches,
    };
  };
  const holders = territory.holders
    .filter((holder) => holder.slot === slot)
    .map((holder) => ({
      ...holder,
      ...roomBeside(holder, elsewhere(holder.repId)),
      fixedAmount: members
        .filter((item) => isLocked(item) && item.holders[slot] === holder.repId)
        .reduce((total, item) => total + (facts.get(item.accountId)?.potentialAmount ?? 0), 0),
    }));
  const units = unitsOf(open, slot, facts);
  const split = splitEvenly(units, holders);
  return {
    split: open.map(({ accountId }) => ({
      accountId,
      repId: split.get(facts.get(accountId)?.familyId ?? accountId) ?? null,
    })),
    unplaced: unplacedOf(units, holders, split),
  };
}

function unplacedOf(
  units: readonly SplitUnit[],
  holders: readonly SplitHolder[],
  split: ReadonlyMap<number, number>,
): Unplaced {
  const out = units.filter((unit) => !split.has(unit.key));
  const given = Map.groupBy(units, (unit) => split.get(unit.key));
  const rooms = holders.map(({ repId, room = Infinity }) => room - total(given.get(repId) ?? [], 'accounts'));
  const isCapped = out.some((unit) => rooms.some((room) => room < unit.accounts));
  const isFull = out.some((unit) => rooms.some((room) => room >= unit.accounts));
  return {
    accounts: total(out, 'accounts'),
    workloadTouches: total(out, 'workloadTouches'),
    limits: [...(isCapped ? ['cap' as const] : []), ...(isFull ? ['capacity' as const] : [])],
  };
}

function total(units: readonly SplitUnit[], measure: 'accounts' | 'workloadTouches'): number {
  return units.reduce((sum, unit) => sum + unit[measure], 0);
}
