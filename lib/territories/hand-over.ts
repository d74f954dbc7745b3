import { type Load, loadOf, unitsOf } from './assign-holders.ts';
import type { Carve } from './carve.ts';
import type { PlanAccount, Slot } from './plan-model.ts';
import { hasRoom, type SplitUnit } from './split-evenly.ts';

/** Somebody who could take accounts over. Capacity is touches a month now; null = not set, so no limit. */
export type Colleague = {
  repId: number;
  maxAccounts: number | null;
  capacityTouches: number | null;
  /** Country and state codes; empty = anywhere. */
  allowedRegions: readonly string[];
  /** Tiers and segments they work, by name; empty = any. */
  tiers: readonly string[];
  segments: readonly string[];
};

/** What colleagues are chosen by beside the place; neither an account without a tier nor one without a place rules anybody out. */
export type HandedFacts = { tier: string | null; segments: readonly string[] };

export type HandOver = {
  /** Who takes which accounts. */
  given: { repId: number; accountIds: number[] }[];
  /** Accounts that no colleague may or can take. */
  unplacedIds: number[];
  /** Accounts locked to the one who goes: they stay until somebody unlocks them. */
  lockedIds: number[];
};

/**
 * Gives what one holder has in a slot to colleagues and touches nothing else: heaviest family first, each to whoever is
 * least loaded after taking it (touches ÷ capacity, the least-loaded rule of Graham 1969), within account cap, capacity
 * and the places, tiers and segments a colleague may work in. Families stay together; ties go to fewer accounts, then to the lower rep id.
 */
export function handOver(
  carved: Carve,
  slot: Slot,
  repId: number,
  colleagues: readonly Colleague[],
  known: ReadonlyMap<number, HandedFacts> = new Map(),
): HandOver {
  const facts = new Map(carved.accounts.map((account) => [account.id, account]));
  const held = [...carved.assigned.values()].filter((item) => item.holders[slot] === repId);
  const open = held.filter((item) => item.reasons[slot] !== 'lock');
  const loads = new Map<number, Load>();
  const bySlot = Map.groupBy(carved.assigned.values(), (item) => item.holders[slot] ?? null);
  for (const colleague of colleagues) {
    loads.set(colleague.repId, loadOf(bySlot.get(colleague.repId) ?? [], facts));
  }
  const members = Map.groupBy(open, (item) => facts.get(item.accountId)?.familyId ?? item.accountId);
  const given = new Map<number, number[]>();
  const unplacedIds: number[] = [];
  const heaviestFirst = unitsOf(open, slot, facts).sort(
    (a, b) => b.workloadTouches - a.workloadTouches || b.potentialAmount - a.potentialAmount || a.key - b.key,
  );
  for (const unit of heaviestFirst) {
    const accountIds = (members.get(unit.key) ?? []).map((item) => item.accountId);
    const accounts = accountIds.flatMap((id) => facts.get(id) ?? []);
    const taker = leastLoaded(unit, accounts, colleagues, loads, known);
    if (taker === null) {
      unplacedIds.push(...accountIds);
      continue;
    }
    given.set(taker, [...(given.get(taker) ?? []), ...accountIds]);
    const load = loads.get(taker);
    loads.set(taker, {
      accounts: (load?.accounts ?? 0) + unit.accounts,
      workloadTouches: (load?.workloadTouches ?? 0) + unit.workloadTouches,
    });
  }
  return {
    given: [...given].map(([taker, accountIds]) => ({ repId: taker, accountIds })),
    unplacedIds,
    lockedIds: held.filter((item) => item.reasons[slot] === 'lock').map((item) => item.accountId),
  };
}

function leastLoaded(
  unit: SplitUnit,
  accounts: readonly PlanAccount[],
  colleagues: readonly Colleague[],
  loads: ReadonlyMap<number, Load>,
  known: ReadonlyMap<number, HandedFacts>,
): number | null {
  let best: { repId: number; rate: number; accounts: number } | null = null;
  for (const colleague of colleagues) {
    const { repId, maxAccounts, capacityTouches } = colleague;
    const load = loads.get(repId) ?? { accounts: 0, workloadTouches: 0 };
    const room = {
      room: (maxAccounts ?? Infinity) - load.accounts,
      roomTouches: (capacityTouches ?? Infinity) - load.workloadTouches,
    };
    if (
      !hasRoom(room, unit) ||
      !accounts.every((account) => mayWork(account, known.get(account.id), colleague))
    )
      continue;
    // Nobody knows how full somebody without a capacity is: they come after everybody who has room.
    const rate =
      capacityTouches === null
        ? Infinity
        : (load.workloadTouches + unit.workloadTouches) / Math.max(capacityTouches, 1e-9);
    const isBetter =
      best === null ||
      rate < best.rate ||
      (rate === best.rate &&
        (load.accounts < best.accounts || (load.accounts === best.accounts && repId < best.repId)));
    if (isBetter) best = { repId, rate, accounts: load.accounts };
  }
  return best?.repId ?? null;
}

function mayWork(
  { country, state }: PlanAccount,
  facts: HandedFacts | undefined,
  { allowedRegions, tiers, segments }: Colleague,
): boolean {
  const isIn = (allowed: readonly string[], names: readonly (string | null)[]) =>
    allowed.length === 0 || names.some((name) => name !== null && allowed.includes(name));
  const isPlaced = country !== null || state !== null;
  if (isPlaced && !isIn(allowedRegions, [country, state])) return false;
  if (!facts) return true;
  return (facts.tier === null || isIn(tiers, [facts.tier])) && isIn(segments, facts.segments);
}
