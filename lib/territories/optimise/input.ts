/** What the optimiser is asked with: plain data, ids of the caller. Money in one currency, workload in touches a month. */

export type GeoPoint = { latitude: number; longitude: number };

export type CarveAccount = {
  id: number;
  name: string;
  /** Accounts of a family go to one rep. The head is the account whose id is the family's, else the largest. */
  familyId: number;
  /** null = not recorded, counted 0 and reported. */
  potentialAmount: number | null;
  workloadTouches: number;
  /** Open pipeline, weighted as the caller weighs it. */
  pipelineAmount: number;
  tier: string | null;
  /** What eligibility is decided by, e.g. { segment: 'enterprise', region: 'EMEA' }. A family goes by its head's. */
  traits: Readonly<Record<string, string | null>>;
  place: GeoPoint | null;
  territoryId: number | null;
  /** Who holds it now. A rep who is not in the plan has left: the account needs a new one. */
  repId: number | null;
  /** Stays with this rep whatever else is wished. */
  lockedRepId: number | null;
};

export type CarveRep = {
  id: number;
  name: string;
  /** Reps of a group share potential, workload and count by their shares: usually a role. */
  group: string;
  /** Share of a full book (1) and of it what ramp and time off leave (0–1). 0 = takes nothing. */
  shareRate: number;
  rampRate: number;
  /** Never passed. null = none. */
  capAccounts: number | null;
  capTouches: number | null;
  home: GeoPoint | null;
  /** Trait → values that the rep may take; a trait that is not named does not matter. */
  takes: Readonly<Record<string, readonly string[]>>;
  excludedAccountIds: readonly number[];
};

/** The goals as exchange rates in money, which is what a leader can answer. */
export type Rates = {
  /** Money for each unit of potential (money), workload (touch) or count (account) that a book is off its target. */
  balancePotentialRate: number;
  balanceTouchAmount: number;
  balanceCountAmount: number;
  /** Tolerance round the target that is nearly free, e.g. 0.1. */
  bandRate: number;
  inBandSlope: number;
  farFactor: number;
  /** Moving an account from its holder: a fixed amount by tier, shares of its potential and of its open pipeline. */
  moveAmountByTier: Readonly<Record<string, number>>;
  moveAmount: number;
  movePotentialRate: number;
  movePipelineRate: number;
  /** Money for each touch and kilometre, up to so many kilometres. */
  travelKmAmount: number;
  travelMaxKm: number;
  /** Times the cost of moving, for leaving the plan on screen (`CarveInput.screen`). */
  keepScreenFactor: number;
};

export const usualRates: Rates = {
  balancePotentialRate: 1,
  balanceTouchAmount: 500,
  balanceCountAmount: 0,
  bandRate: 0.1,
  inBandSlope: 0.01,
  farFactor: 3,
  moveAmountByTier: {},
  moveAmount: 300,
  movePotentialRate: 0.03,
  movePipelineRate: 0.15,
  // A kilometre on the road is about 0.60, and one touch in six is a visit. At 0.60 for every touch, nearness alone would
  // move more accounts than balance does.
  travelKmAmount: 0.1,
  travelMaxKm: 2000,
  keepScreenFactor: 0.5,
};

/** What may change. Everything else stays where it is now and counts towards targets and caps. */
export type Scope =
  | { kind: 'whole' }
  /** Accounts in these territories (the caller names a subtree by its nodes). */
  | { kind: 'territories'; territoryIds: readonly number[] }
  /** Accounts that nobody holds, or a rep who left or may not hold them. */
  | { kind: 'orphans' }
  /** Accounts stay or go to one of these reps. */
  | { kind: 'newReps'; repIds: readonly number[] };

export type Refusal = { accountId: number; repId: number };

export type CarveInput = {
  accounts: readonly CarveAccount[];
  reps: readonly CarveRep[];
  rates: Rates;
  scope: Scope;
  /** Moves that a person said no to: the account's family does not go to that rep. */
  refusals: readonly Refusal[];
  /** The plan on screen, account → rep: leaving it costs `keepScreenFactor`. null = none. */
  screen: ReadonlyMap<number, number> | null;
  seed: number;
  effort: 'quick' | 'normal' | 'thorough';
  /** Wish: at most this share of the accounts changes hands, 0–1. null = no such wish. */
  maxMovedRate?: number | null;
};
