import {
  type HandHolder,
  type Holders,
  type Place,
  type Plan,
  type PlanAccount,
  type Slot,
  slots,
  type TerritoryHolder,
} from './plan-model.ts';
import { hasRoom, type SplitHolder, splitEvenly, type SplitUnit } from './split-evenly.ts';

export type HolderReason = 'lock' | 'hand' | 'split' | 'kept' | 'only holder' | 'shared out';
export type AssignedAccount = {
  accountId: number;
  place: Place;
  holders: Holders;
  reasons: Partial<Record<Slot, HolderReason>>;
  /** What a person gave as the reason of a holder set by hand. */
  words: Partial<Record<Slot, string>>;
};

/**
 * Who holds each placed account in each slot: a holder set on the account (lock, hand, last even split
 * of this territory) → the only
 * holder of the territory's slot → the present holder if still one of them → shared out evenly by potential.
 * Families stay together within a territory and slot. Accounts without a territory have only what was set by hand.
 * Where a slot was split evenly, nobody is taken over account cap or capacity: what finds no room has no holder.
 * A slot that no territory of the plan fills is not the plan's business: who holds it now stays.
 */
export function assignHolders(
  accounts: readonly PlanAccount[],
  places: ReadonlyMap<number, Place>,
  plan: Plan,
): AssignedAccount[] {
  const assigned = accounts.map((account) => start(account, places, plan));
  const byTerritory = Map.groupBy(assigned, (item) => item.place.territoryId);
  const facts = new Map(accounts.map((account) => [account.id, account]));
  const split: (() => void)[] = [];
  for (const territory of plan.territories) {
    const members = byTerritory.get(territory.id) ?? [];
    for (const slot of slots) {
      const holders = territory.holders.filter((holder) => holder.slot === slot);
      if (holders.length > 1 && members.some((item) => item.reasons[slot] === 'split'))
        split.push(() => fillSplitSlot(assigned, members, slot, holders, facts));
      else if (holders.length > 0) fillSlot(members, slot, holders, facts);
    }
  }
  // Last, so that caps count what their holders have everywhere else.
  for (const fill of split) fill();
  const filled = new Set(plan.territories.flatMap(({ holders }) => holders.map(({ slot }) => slot)));
  for (const slot of slots) if (!filled.has(slot)) keepPresent(assigned, slot, facts);
  return assigned;
}

function keepPresent(items: AssignedAccount[], slot: Slot, facts: ReadonlyMap<number, PlanAccount>): void {
  for (const item of items) {
    const present = facts.get(item.accountId)?.holders[slot];
    if (present !== undefined && item.holders[slot] === undefined) set(item, slot, present, 'kept');
  }
}

function start(account: PlanAccount, places: ReadonlyMap<number, Place>, plan: Plan): AssignedAccount {
  const place = places.get(account.id) ?? {
    accountId: account.id,
    territoryId: null,
    step: 'unassigned' as const,
    reason: null,
    losing: [],
  };
  const set = (plan.holders.get(account.id) ?? []).filter((holder) => stillCounts(holder, place, plan));
  return {
    accountId: account.id,
    place,
    holders: Object.fromEntries(set.map((holder) => [holder.slot, holder.repId])),
    reasons: Object.fromEntries(set.map((holder) => [holder.slot, reasonOf(holder)])),
    words: Object.fromEntries(
      set.flatMap(({ slot, reason }) => (reason === null || reason === 'split' ? [] : [[slot, reason]])),
    ),
  };
}

/** An even split decides among the holders of its territory; elsewhere, or without that holder, it is over. */
function stillCounts({ slot, repId, reason, isLocked }: HandHolder, place: Place, plan: Plan): boolean {
  if (isLocked || reason !== 'split') return true;
  const territory = plan.territories.find(({ id }) => id === place.territoryId);
  return territory?.holders.some((holder) => holder.slot === slot && holder.repId === repId) ?? false;
}

function reasonOf(holder: HandHolder): HolderReason {
  if (holder.isLocked) return 'lock';
  return holder.reason === 'split' ? 'split' : 'hand';
}

function fillSlot(
  members: AssignedAccount[],
  slot: Slot,
  holders: { repId: number; weight: number }[],
  facts: ReadonlyMap<number, PlanAccount>,
): void {
  const only = holders.length === 1 ? holders[0] : undefined;
  const able = new Set(holders.map((holder) => holder.repId));
  const open: AssignedAccount[] = [];
  for (const item of members) {
    if (item.holders[slot] !== undefined) continue;
    const present = facts.get(item.accountId)?.holders[slot];
    if (only) set(item, slot, only.repId, present === only.repId ? 'kept' : 'only holder');
    else if (present !== undefined && able.has(present)) set(item, slot, present, 'kept');
    else open.push(item);
  }
  if (open.length === 0) return;
  const split = splitEvenly(
    unitsOf(open, slot, facts),
    holders.map(
      (holder): SplitHolder => ({ ...holder, fixedAmount: amountOf(members, slot, holder.repId, facts) }),
    ),
  );
  for (const item of open) {
    const repId = split.get(facts.get(item.accountId)?.familyId ?? item.accountId);
    if (repId !== undefined) set(item, slot, repId, 'shared out');
  }
}

/** What an even split left without a holder, and what came since: to the present holder, else shared out, within room. */
function fillSplitSlot(
  assigned: readonly AssignedAccount[],
  members: readonly AssignedAccount[],
  slot: Slot,
  holders: readonly TerritoryHolder[],
  facts: ReadonlyMap<number, PlanAccount>,
): void {
  const open = members.filter((item) => item.holders[slot] === undefined);
  if (open.length === 0) return;
  const held = Map.groupBy(assigned, (item) => item.holders[slot] ?? null);
  const able = holders.map(
    (holder): SplitHolder => ({
      ...holder,
      ...roomBeside(holder, loadOf(held.get(holder.repId) ?? [], facts)),
      fixedAmount: amountOf(members, slot, holder.repId, facts),
    }),
  );
  const kept = new Map<number, number>();
  const units = unitsOf(open, slot, facts).filter((unit) => {
    const present = able.find((holder) => holder.repId === unit.currentRepId);
    if (!present || !hasRoom(present, unit)) return true;
    if (present.room !== undefined) present.room -= unit.accounts;
    if (present.roomTouches !== undefined) present.roomTouches -= unit.workloadTouches;
    present.fixedAmount += unit.potentialAmount;
    kept.set(unit.key, present.repId);
    return false;
  });
  const split = splitEvenly(units, able);
  for (const item of open) {
    const key = facts.get(item.accountId)?.familyId ?? item.accountId;
    const repId = kept.get(key) ?? split.get(key);
    if (repId !== undefined) set(item, slot, repId, kept.has(key) ? 'kept' : 'shared out');
  }
}

export type Load = { accounts: number; workloadTouches: number };

/** The room that cap and capacity leave beside what their holder has already; one that is passed leaves none. */
export function roomBeside(
  { maxAccounts, capacityTouches }: TerritoryHolder,
  load: Load,
): Pick<SplitHolder, 'room' | 'roomTouches'> {
  const beside = (most: number | null | undefined, has: number) =>
    most === undefined || most === null ? undefined : Math.max(0, most - has);
  const room = beside(maxAccounts, load.accounts);
  const roomTouches = beside(capacityTouches, load.workloadTouches);
  return { ...(room === undefined ? {} : { room }), ...(roomTouches === undefined ? {} : { roomTouches }) };
}

/** How many accounts these are, and the touches a month that they ask for. */
export function loadOf(
  items: readonly { accountId: number }[],
  facts: ReadonlyMap<number, PlanAccount>,
): Load {
  return {
    accounts: items.length,
    workloadTouches: items.reduce(
      (total, item) => total + (facts.get(item.accountId)?.workloadTouches ?? 0),
      0,
    ),
  };
}

function set(item: AssignedAccount, slot: Slot, repId: number, reason: HolderReason): void {
  item.holders[slot] = repId;
  item.reasons[slot] = reason;
}

/** Families as units of a split, with the present holder of the family's largest account. */
export function unitsOf(
  items: readonly { accountId: number }[],
  slot: Slot,
  facts: ReadonlyMap<number, PlanAccount>,
): SplitUnit[] {
  const families = Map.groupBy(items, (item) => facts.get(item.accountId)?.familyId ?? item.accountId);
  return [...families].map(([key, group]) => {
    const accounts = group.flatMap((item) => facts.get(item.accountId) ?? []);
    const largest = accounts.reduce<PlanAccount | null>(
      (best, account) =>
        best === null || (account.potentialAmount ?? 0) > (best.potentialAmount ?? 0) ? account : best,
      null,
    );
    return {
      key,
      potentialAmount: accounts.reduce((total, account) => total + (account.potentialAmount ?? 0), 0),
      accounts: accounts.length,
      workloadTouches: accounts.reduce((total, account) => total + account.workloadTouches, 0),
      currentRepId: largest?.holders[slot] ?? null,
    };
  });
}

function amountOf(
  members: readonly AssignedAccount[],
  slot: Slot,
  repId: number,
  facts: ReadonlyMap<number, PlanAccount>,
): number {
  return members.reduce(
    (total, item) =>
      item.holders[slot] === repId ? total + (facts.get(item.accountId)?.potentialAmount ?? 0) : total,
    0,
  );
}

/** Whether anything about an account is held fast: its place, or a holder. */
export function isLocked(item: AssignedAccount | undefined): boolean {
  return item?.place.step === 'lock' || Object.values(item?.reasons ?? {}).includes('lock');
}
