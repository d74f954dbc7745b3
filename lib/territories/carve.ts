import { assignHolders, type AssignedAccount } from './assign-holders.ts';
import { type Book, books } from './books.ts';
import { type Move, moves } from './moves.ts';
import { placing } from './place-account.ts';
import type { Holders, Place, Plan, PlanAccount, Slot } from './plan-model.ts';

export type Carve = {
  accounts: readonly PlanAccount[];
  assigned: ReadonlyMap<number, AssignedAccount>;
  before: Book[];
  after: Book[];
  moves: Move[];
};

/** Places every account, finds its holders, and says what would move against what is published. */
export function carve(accounts: readonly PlanAccount[], plan: Plan): Carve {
  const place = placing(plan);
  const places = new Map(accounts.map((account) => [account.id, place(account)]));
  const assigned = new Map(assignHolders(accounts, places, plan).map((item) => [item.accountId, item]));
  return {
    accounts,
    assigned,
    before: books(accounts, (account) => account.holders),
    after: books(accounts, (account) => assigned.get(account.id)?.holders ?? {}),
    moves: moves(accounts, assigned),
  };
}

export type TerritoryTotals = {
  /** Null = unassigned. */
  territoryId: number | null;
  accounts: number;
  potentialAmount: number;
  potentialUnknown: number;
  workloadTouches: number;
  bySteps: Partial<Record<Place['step'], number>>;
  /** Who holds accounts of it in the draft, however they came to them. */
  heldBy: { slot: Slot; repId: number; accounts: number }[];
  /** Accounts that nobody holds in any slot. */
  withoutHolder: number;
};

/** What lies in each territory of a carve, unassigned included when there is any. */
export function territoryTotals({ accounts, assigned }: Carve): TerritoryTotals[] {
  const totals = new Map<number | null, TerritoryTotals>();
  for (const account of accounts) {
    const place = assigned.get(account.id)?.place;
    const territoryId = place?.territoryId ?? null;
    const total = totals.get(territoryId) ?? {
      territoryId,
      accounts: 0,
      potentialAmount: 0,
      potentialUnknown: 0,
      workloadTouches: 0,
      bySteps: {},
      heldBy: [],
      withoutHolder: 0,
    };
    const step = place?.step ?? 'unassigned';
    total.accounts += 1;
    total.potentialAmount += account.potentialAmount ?? 0;
    if (account.potentialAmount === null) total.potentialUnknown += 1;
    total.workloadTouches += account.workloadTouches;
    total.bySteps[step] = (total.bySteps[step] ?? 0) + 1;
    countHolders(total, assigned.get(account.id)?.holders ?? {});
    totals.set(territoryId, total);
  }
  return [...totals.values()];
}

function countHolders(total: TerritoryTotals, holders: Holders): void {
  const held = Object.entries(holders) as [Slot, number][];
  if (held.length === 0) total.withoutHolder += 1;
  for (const [slot, repId] of held) {
    const entry = total.heldBy.find((item) => item.slot === slot && item.repId === repId);
    if (entry) entry.accounts += 1;
    else total.heldBy.push({ slot, repId, accounts: 1 });
  }
}

export type UnassignedReasons = {
  /** Kept out by hand. */
  kept: number;
  /** No country or state is recorded, so that no place can take them. */
  noPlace: number;
  /** No rule takes them and their place is in no territory. */
  notCovered: number;
};

/** Why accounts of a carve lie in no territory. */
export function unassignedReasons({ accounts, assigned }: Carve): UnassignedReasons {
  const reasons: UnassignedReasons = { kept: 0, noPlace: 0, notCovered: 0 };
  for (const account of accounts) {
    const place = assigned.get(account.id)?.place;
    if (place && place.territoryId !== null) continue;
    if (place?.step === 'lock') reasons.kept += 1;
    else if (account.country === null && account.state === null) reasons.noPlace += 1;
    else reasons.notCovered += 1;
  }
  return reasons;
}
