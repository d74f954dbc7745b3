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
  return accounts.flatMap((account) => {
    const planned = assigned.get(account.id);
    if (!planned) return [];
    const changedSlots = slots.flatMap((slot) => {
      const fromRepId = account.holders[slot] ?? null;
      const toRepId = planned.holders[slot] ?? null;
      return fromRepId === toRepId
        ? []
        : [
            {
              slot,
              fromRepId,
              toRepId,
              reason: planned.reasons[slot] ?? null,
              words: planned.words[slot] ?? null,
            },
          ];
    });
    const { territoryId, step, reason } = planned.place;
    if (changedSlots.length === 0 && territoryId === account.territoryId) return [];
    return [
      {
        accountId: account.id,
        fromTerritoryId: account.territoryId,
        toTerritoryId: territoryId,
        step,
        placeReason: reason,
        slots: changedSlots,
      },
    ];
  });
}
