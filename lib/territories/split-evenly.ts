/** One family (or single account) to be held by one holder. `currentRepId` is who holds it now, if anybody. */
export type SplitUnit = {
  key: number;
  potentialAmount: number;
  accounts: number;
  /** Touches a month that the unit asks for. */
  workloadTouches: number;
  currentRepId: number | null;
};
export type SplitHolder = {
  repId: number;
  weight: number;
  /** Potential already fixed with this holder (locks). */
  fixedAmount: number;
  /** How many accounts more the holder may take; absent = any number. */
  room?: number;
  /** How many touches a month more the holder can do; absent = any number. */
  roomTouches?: number;
};

/** Whether a holder can take a unit more; a rounding error of touches does not count. */
export function hasRoom(
  { room = Infinity, roomTouches = Infinity }: Pick<SplitHolder, 'room' | 'roomTouches'>,
  unit: Pick<SplitUnit, 'accounts' | 'workloadTouches'>,
): boolean {
  return room >= unit.accounts && roomTouches + 1e-9 >= unit.workloadTouches;
}

/**
 * Divides units among holders so that potential ÷ weight is even, keeping relationships where that costs no balance.
 * Longest-processing-time first (Graham 1969), in two rounds: largest first, a unit stays with its current holder while
 * that holder is below target; the rest goes, largest first, to whoever is furthest below target. Units without
 * potential are spread by count. Ties go to the lower rep id, so the same input always gives the same answer.
 * No holder gets more accounts or touches than there is room for; a unit for which nobody has room is not in the answer.
 * Returns unit key → rep id.
 */
export function splitEvenly(
  units: readonly SplitUnit[],
  holders: readonly SplitHolder[],
): Map<number, number> {
  const result = new Map<number, number>();
  const able = holders.filter((holder) => holder.weight > 0).sort((a, b) => a.repId - b.repId);
  if (able.length === 0) return result;
  const totalWeight = sum(able.map((holder) => holder.weight));
  const totalAmount =
    sum(units.map((unit) => unit.potentialAmount)) + sum(able.map((holder) => holder.fixedAmount));
  const loads = new Map(
    able.map((holder) => [
      holder.repId,
      {
        amount: holder.fixedAmount,
        accounts: 0,
        room: holder.room ?? Infinity,
        roomTouches: holder.roomTouches ?? Infinity,
        target: (totalAmount * holder.weight) / totalWeight,
        weight: holder.weight,
      },
    ]),
  );
  const give = (unit: SplitUnit, repId: number) => {
    const load = loads.get(repId);
    if (!load) return;
    load.amount += unit.potentialAmount;
    load.accounts += unit.accounts;
    load.room -= unit.accounts;
    load.roomTouches -= unit.workloadTouches;
    result.set(unit.key, repId);
  };

  const largestFirst = [...units].sort((a, b) => b.potentialAmount - a.potentialAmount || a.key - b.key);
  const rest = largestFirst.filter((unit) => {
    const current = unit.currentRepId === null ? undefined : loads.get(unit.currentRepId);
    const stays =
      current !== undefined &&
      hasRoom(current, unit) &&
      unit.potentialAmount > 0 &&
      current.amount + unit.potentialAmount <= current.target;
    if (stays && unit.currentRepId !== null) give(unit, unit.currentRepId);
    return !stays;
  });

  for (const unit of rest) {
    let best: { repId: number; lack: number; accounts: number } | null = null;
    for (const [repId, load] of loads) {
      if (!hasRoom(load, unit)) continue;
      const lack = (load.target - load.amount) / load.weight;
      const accounts = load.accounts / load.weight;
      const isBetter =
        best === null ||
        (unit.potentialAmount > 0
          ? lack > best.lack || (lack === best.lack && accounts < best.accounts)
          : accounts < best.accounts);
      if (isBetter) best = { repId, lack, accounts };
    }
    if (best) give(unit, best.repId);
  }
  return result;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
