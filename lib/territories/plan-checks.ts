import type { Carve } from './carve.ts';

export type Overlap = {
  /** Has the accounts, being tried earlier. */
  winnerId: number;
  /** Would take them too. */
  loserId: number;
  accounts: number;
  potentialAmount: number;
};

/** A territory of whose accounts earlier ones take all. */
export type Shadowed = {
  territoryId: number;
  takes: number;
  by: { territoryId: number; accounts: number }[];
};

/** Accounts that no step takes, by ISO code of their state in the US and of their country elsewhere. */
export type Gap = { place: string; accounts: number; potentialAmount: number };

export type PlanChecks = { overlaps: Overlap[]; shadowed: Shadowed[]; gaps: Gap[] };

/**
 * Where the rules and places of a carve meet: accounts that two of them would take, territories that get nothing
 * because others come first, and places that none has. What was placed by hand is meant so and no overlap. Most
 * accounts first.
 */
export function planChecks({ accounts, assigned }: Carve): PlanChecks {
  const overlaps = new Map<string, Overlap>();
  const gaps = new Map<string, Gap>();
  const gets = new Map<number, number>();
  const takenFrom = new Map<number, Map<number, number>>();
  for (const account of accounts) {
    const place = assigned.get(account.id)?.place;
    if (!place) continue;
    const amount = account.potentialAmount ?? 0;
    const winnerId = place.territoryId;
    if (winnerId === null) {
      const where = gapOf(account);
      if (place.step === 'lock' || where === null) continue;
      const gap = gaps.get(where) ?? { place: where, accounts: 0, potentialAmount: 0 };
      gaps.set(where, grown(gap, amount));
      continue;
    }
    gets.set(winnerId, (gets.get(winnerId) ?? 0) + 1);
    const isByHand = place.step === 'lock' || place.step === 'named';
    for (const { territoryId: loserId } of place.losing) {
      if (loserId === winnerId) continue;
      const by = takenFrom.get(loserId) ?? new Map<number, number>();
      takenFrom.set(loserId, by.set(winnerId, (by.get(winnerId) ?? 0) + 1));
      if (isByHand) continue;
      const key = `${winnerId}:${loserId}`;
      const overlap = overlaps.get(key) ?? { winnerId, loserId, accounts: 0, potentialAmount: 0 };
      overlaps.set(key, grown(overlap, amount));
    }
  }
  const shadowed = [...takenFrom]
    .filter(([territoryId]) => !gets.has(territoryId))
    .map(([territoryId, by]): Shadowed => {
      const from = [...by].map(([id, count]) => ({ territoryId: id, accounts: count }));
      return {
        territoryId,
        takes: from.reduce((total, item) => total + item.accounts, 0),
        by: from.sort((a, b) => b.accounts - a.accounts),
      };
    });
  return {
    overlaps: mostFirst([...overlaps.values()]),
    shadowed: shadowed.sort((a, b) => b.takes - a.takes),
    gaps: mostFirst([...gaps.values()]),
  };
}

function gapOf({ country, state }: Carve['accounts'][number]): string | null {
  return state?.startsWith('US-') ? state : (country ?? state?.slice(0, 2) ?? null);
}

function grown<T extends { accounts: number; potentialAmount: number }>(counted: T, amount: number): T {
  return { ...counted, accounts: counted.accounts + 1, potentialAmount: counted.potentialAmount + amount };
}

function mostFirst<T extends { accounts: number }>(items: T[]): T[] {
  return items.sort((a, b) => b.accounts - a.accounts);
}
