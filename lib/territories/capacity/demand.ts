export type TierDemand = {
  tierId: number;
  name: string;
  /** 1 = highest. */
  rank: number;
  accounts: number;
  /** Touches a month that one account asks for, from–to. */
  touchesFrom: number;
  touchesTo: number;
  /** Accounts of the tier that one person may hold; null = no cap. */
  capAccounts: number | null;
};

/** The workload of one account: the middle of its tier's touches a month. */
export function touchesEach({
  touchesFrom,
  touchesTo,
}: Pick<TierDemand, 'touchesFrom' | 'touchesTo'>): number {
  return (touchesFrom + touchesTo) / 2;
}

/** Touches a month that the accounts of all tiers ask for together. */
export function demandTouches(tiers: readonly TierDemand[]): number {
  return tiers.reduce((sum, tier) => sum + tier.accounts * touchesEach(tier), 0);
}
