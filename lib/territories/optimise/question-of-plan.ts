import type { AssignedAccount } from '../assign-holders.ts';
import type { Carve } from '../carve.ts';
import type { PlanAccount, Slot, Territory } from '../plan-model.ts';
import { segmentsOf, type SeenTraits, takesOf, traitsOf, type Within } from './eligibility-of-plan.ts';
import type { CarveAccount, CarveRep, GeoPoint } from './input.ts';
import { middleOf } from './travel.ts';

export type CarveAccountFacts = {
  name: string;
  tier: string | null;
  region: string | null;
  /** Which of the segments that reps are kept to it is in, by name. */
  segments: readonly string[];
  place: GeoPoint | null;
  /** Open deals by the probability of their stage; 50 % where none is given. */
  pipelineAmount: number;
};

export type CarveRepFacts = {
  kind: 'rep' | 'pool';
  name: string;
  region: string | null;
  /** Country and state codes they may work in, instead of their region; none = no limit. */
  allowedPlaces: string[];
  /** Segments whose accounts they may hold, by name; none = any. */
  segments: string[];
  tiers: string[];
  managerId: number | null;
  managerName: string | null;
  /** Where they live, as far as a city or state is recorded. */
  home: GeoPoint | null;
  /** Touches that this month holds, ramp and time off counted. */
  capacityTouches: number | null;
  maxAccounts: number | null;
  /** 0–1. */
  rampRate: number;
  isActive: boolean;
};

export type PlanWishes = {
  slot: Slot;
  within: Within;
  includeUnassigned: boolean;
  respectRegions: boolean;
  respectTiers: boolean;
  /** Reps to be given accounts who may hold nothing yet. */
  newRepIds: readonly number[];
  /** Accounts that stay with whoever holds them. */
  keepIds: readonly number[];
  /** Whose books may change; null = everybody's. */
  repIds: readonly number[] | null;
};

export type PlanQuestion = {
  accounts: CarveAccount[];
  reps: CarveRep[];
  /** Accounts that no goal counts, and why. */
  leftOut: { pools: number; noTerritory: number; noHolder: number };
};

/**
 * The books of one slot in a draft as a question to the optimiser. Who holds an account is what the draft says.
 * Pools keep what they hold: they have no quota, no cap and no home. Nearness is measured from where a rep lives, or where
 * that is not known from the middle of the book as it is.
 */
export function questionOfPlan(
  carved: Carve,
  territories: readonly Territory[],
  facts: {
    accounts: (ids: readonly number[]) => ReadonlyMap<number, CarveAccountFacts>;
    reps: ReadonlyMap<number, CarveRepFacts>;
  },
  wishes: PlanWishes,
): PlanQuestion {
  const repIds = repsOf(carved, territories, facts.reps, wishes);
  const taking = new Set(repIds);
  const byTerritory = new Map(
    territories.map(({ id, holders }) => [
      id,
      holders.filter(({ slot }) => slot === wishes.slot).map(({ repId }) => repId),
    ]),
  );
  const leftOut = { pools: 0, noTerritory: 0, noHolder: 0 };
  const kept = new Set(wishes.keepIds);
  const found: { account: PlanAccount; drafted: AssignedAccount; repId: number | null }[] = [];
  for (const account of carved.accounts) {
    const drafted = carved.assigned.get(account.id);
    if (!drafted) continue;
    const { territoryId, step } = drafted.place;
    const repId = drafted.holders[wishes.slot] ?? null;
    if (repId !== null && !taking.has(repId)) {
      const holder = facts.reps.get(repId);
      if (holder?.kind === 'pool') leftOut.pools += 1;
      // Whoever left needs somebody in their place; a book outside of what may change is nobody's business here.
      if (holder?.kind === 'pool' || (holder?.isActive && wishes.repIds !== null)) continue;
    } else if (repId === null && territoryId === null) {
      const isKeptOut = step === 'lock' || kept.has(account.id);
      if (!isKeptOut && !wishes.includeUnassigned) leftOut.noTerritory += 1;
      if (isKeptOut || !wishes.includeUnassigned) continue;
    } else if (repId === null) {
      const isOpen = (byTerritory.get(territoryId ?? 0) ?? []).some((id) => taking.has(id));
      if (!isOpen) leftOut.noHolder += 1;
      if (!isOpen || kept.has(account.id)) continue;
    }
    found.push({ account, drafted, repId });
  }
  const known = facts.accounts(found.map(({ account }) => account.id));
  const accounts = found.map(({ account, drafted, repId }): CarveAccount => {
    const own = known.get(account.id);
    const holder = repId === null ? undefined : facts.reps.get(repId);
    const { territoryId, step } = drafted.place;
    const isHeld = repId !== null && taking.has(repId);
    const isFast = kept.has(account.id) || step === 'lock' || drafted.reasons[wishes.slot] === 'lock';
    // Given by hand to somebody of another territory: nothing inside of this one would bring it back.
    const isGuest =
      wishes.within === 'territory' &&
      isHeld &&
      territoryId !== null &&
      !byTerritory.get(territoryId)?.includes(repId);
    return {
      id: account.id,
      name: own?.name ?? '',
      familyId: account.familyId,
      potentialAmount: account.potentialAmount,
      workloadTouches: account.workloadTouches,
      pipelineAmount: own?.pipelineAmount ?? 0,
      tier: own?.tier ?? null,
      traits: traitsOf(wishes.within, { account, facts: own, holder, territoryId, isHeld }),
      place: own?.place ?? null,
      territoryId,
      repId,
      lockedRepId: isHeld && (isFast || isGuest) ? repId : null,
    };
  });
  const places = Map.groupBy(accounts, (account) => account.repId);
  const seen = placesAndSegments(found, known);
  const reps = repIds.map((id): CarveRep => {
    const rep = facts.reps.get(id) as CarveRepFacts;
    return {
      id,
      name: rep.name,
      group: groupOf(rep, wishes.within),
      shareRate: 1,
      rampRate: rep.rampRate,
      capAccounts: rep.maxAccounts,
      capTouches: rep.capacityTouches,
      home: rep.home ?? middleOf((places.get(id) ?? []).map((account) => account.place)),
      takes: takesOf(
        wishes,
        rep,
        seen,
        [...byTerritory].flatMap(([territoryId, holders]) => (holders.includes(id) ? [territoryId] : [])),
      ),
      excludedAccountIds: [],
    };
  });
  return { accounts, reps, leftOut };
}

/** What the accounts of a question lie in, each once. */
function placesAndSegments(
  found: readonly { account: PlanAccount }[],
  facts: ReadonlyMap<number, CarveAccountFacts>,
): SeenTraits {
  const places = new Map(found.map(({ account }) => [`${account.country} ${account.state}`, account]));
  const segments = new Map(
    found.map(({ account }) => {
      const own = facts.get(account.id)?.segments ?? [];
      return [segmentsOf(own), own];
    }),
  );
  return { places: [...places.values()], segments: [...segments.values()] };
}

/** Active reps who hold a territory of the slot, or accounts in the draft, or are to be given some; by id. */
function repsOf(
  carved: Carve,
  territories: readonly Territory[],
  facts: ReadonlyMap<number, CarveRepFacts>,
  { slot, newRepIds, repIds }: PlanWishes,
): number[] {
  const named = territories.flatMap(({ holders }) =>
    holders.filter((holder) => holder.slot === slot).map((holder) => holder.repId),
  );
  const drafted = carved.after.filter((book) => book.slot === slot).map((book) => book.repId);
  return [...new Set([...named, ...drafted, ...newRepIds])]
    .filter((id) => {
      const rep = facts.get(id);
      return rep?.kind === 'rep' && rep.isActive && (repIds === null || repIds.includes(id));
    })
    .sort((a, b) => a - b);
}

/** Reps of a group share out what the group has. */
function groupOf(rep: CarveRepFacts, within: Within): string {
  if (within === 'slot') return 'Everybody';
  if (within === 'territory') return 'Territories';
  return rep.managerName === null ? 'No manager' : `Team of ${rep.managerName}`;
}
