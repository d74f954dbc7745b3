import type { AssignedAccount, HolderReason } from './assign-holders.ts';
import { type Place, type PlanAccount, type Slot, slots } from './plan-model.ts';

/** One change of hands or of place between what is published and what a plan says. */
export type Move = {
  accountId: number;
  fromTerritoryId: number | null;
  toTerritoryId: number | null;
  step: Place['step'];
  /** What a person gave as the reason of a place set by hand. */
  placeReason: string | null;
  slots: {
    slot: Slot;
    fromRepId: number | null;
    toRepId: number | null;
    reason: HolderReason | null;
    words: string | null;
  }[];
};

/** Everything that publishing would change, by account; accounts that stay as they are are not in it. */
export function moves(
  accounts: readonly PlanAccount[],
  assigned: ReadonlyMap<number, AssignedAccount>,
): Move[] {
  const found: Move[] = [];
  for (const account of accounts) {
    const planned = assigned.get(account.id);
    if (!planned) continue;
    const { holders, reasons, words } = planned;
    const { territoryId, step, reason } = planned.place;
    const changed = slots.filter((slot) => account.holders[slot] !== holders[slot]);
    if (changed.length === 0 && territoryId === account.territoryId) continue;
    found.push({
      accountId: account.id,
      fromTerritoryId: account.territoryId,
      toTerritoryId: territoryId,
      step,
      placeReason: reason,
      slots: changed.map((slot) => ({
        slot,
        fromRepId: account.holders[slot] ?? null,
        toRepId: holders[slot] ?? null,
        reason: reasons[slot] ?? null,
        words: words[slot] ?? null,
      })),
    });
  }
  return found;
}
