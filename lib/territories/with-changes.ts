import type { HandHolder, HandPlace, Plan, Slot } from './plan-model.ts';

/**
 * One change by hand, to one or many accounts. Absent parts stay as they are. `isLocked` is about the holder when a
 * holder is given, else about the place.
 */
export type HandChange = {
  accountIds: readonly number[];
  /** Into this territory; null = back to what rules and geography say, or with `isLocked` into none. */
  territoryId?: number | null | undefined;
  /** This holder in this slot; null = back to what the territory says. */
  holder?: { slot: Slot; repId: number | null } | undefined;
  isLocked?: boolean | undefined;
  reason?: string | null | undefined;
};

/** Whether a change says anything about where accounts lie. */
export function changesPlace(change: HandChange): boolean {
  return change.territoryId !== undefined || (change.isLocked !== undefined && !change.holder);
}

/** A plan as it would be with changes by hand, for showing their effect before they are made. */
export function withChanges(plan: Plan, changes: readonly HandChange[]): Plan {
  const places = new Map(plan.places);
  const holders = new Map(plan.holders);
  for (const change of changes) {
    for (const accountId of change.accountIds) {
      changePlace(places, accountId, change);
      changeHolder(holders, accountId, change);
    }
  }
  return { ...plan, places, holders };
}

function changePlace(places: Map<number, HandPlace>, accountId: number, change: HandChange): void {
  if (!changesPlace(change)) return;
  const before = places.get(accountId);
  if (change.territoryId === null && !change.isLocked) {
    places.delete(accountId);
    return;
  }
  places.set(accountId, {
    territoryId: change.territoryId === undefined ? (before?.territoryId ?? null) : change.territoryId,
    isLocked: change.isLocked ?? before?.isLocked ?? false,
    reason: change.reason ?? before?.reason ?? null,
  });
}

function changeHolder(
  holders: Map<number, readonly HandHolder[]>,
  accountId: number,
  change: HandChange,
): void {
  if (!change.holder) return;
  const { slot, repId } = change.holder;
  const others = (holders.get(accountId) ?? []).filter((holder) => holder.slot !== slot);
  const next =
    repId === null
      ? others
      : [...others, { slot, repId, isLocked: change.isLocked ?? false, reason: change.reason ?? null }];
  if (next.length === 0) holders.delete(accountId);
  else holders.set(accountId, next);
}
