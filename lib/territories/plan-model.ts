/** What a territory plan works on: plain data, no database. Ids are row ids, potential is money, workload touches a month. */

export const slots = ['ae', 'sdr', 'csm', 'overlay'] as const;
export type Slot = (typeof slots)[number];
export type Holders = Partial<Record<Slot, number>>;

export type PlanAccount = {
  id: number;
  familyId: number;
  /** Money of the potential field; null = not recorded, counted 0 and reported. */
  potentialAmount: number | null;
  /** The middle of the tier's touches a month; 0 without a tier. */
  workloadTouches: number;
  country: string | null;
  state: string | null;
  postalCode?: string | null;
  /** Degrees; absent or null = its point is not known. */
  latitude?: number | null;
  longitude?: number | null;
  /** As published: who holds it now, and where it lies. */
  holders: Holders;
  territoryId: number | null;
};

export type TerritoryHolder = {
  slot: Slot;
  repId: number;
  weight: number;
  /** Accounts that the rep may hold at most, in all territories together; null or absent = no cap. */
  maxAccounts?: number | null;
  /** Touches a month that the rep can do now, in all territories together; null or absent = not set, so no limit. */
  capacityTouches?: number | null;
};

export type Territory = {
  id: number;
  position: number;
  kind: 'rule' | 'geography' | 'named';
  /** Kind rule: the members of its rule now. */
  members: ReadonlySet<number>;
  /** Kind geography: countries, states, postal codes and circles, as `parsePlaceCode` reads them. */
  places: ReadonlySet<string>;
  holders: readonly TerritoryHolder[];
};

/**
 * A placement made by hand: named into a territory, or moved there; a lock is never changed by rule or split. Locked
 * with no territory = kept out of all of them.
 */
export type HandPlace = { territoryId: number | null; isLocked: boolean; reason: string | null };
/** A holder set on one account: by hand, or by the last even split. */
export type HandHolder = { slot: Slot; repId: number; isLocked: boolean; reason: string | null };

export type Plan = {
  territories: readonly Territory[];
  places: ReadonlyMap<number, HandPlace>;
  holders: ReadonlyMap<number, readonly HandHolder[]>;
};

export const placeSteps = ['lock', 'named', 'rule', 'geography'] as const;
export type PlaceStep = (typeof placeSteps)[number];

export type Place = {
  accountId: number;
  territoryId: number | null;
  step: PlaceStep | 'unassigned';
  reason: string | null;
  /** Later steps and rules that would have taken it too. */
  losing: { territoryId: number; step: PlaceStep }[];
};
