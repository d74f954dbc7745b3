import { demandTouches, type TierDemand, touchesEach } from './demand.ts';

export type HeadcountNeed = {
  /** People at full capacity that the touches need; null without a capacity to divide by. */
  byTouches: number | null;
  /** People that the account caps need: each account of a tier takes 1 ÷ cap of a person. */
  byCaps: number;
  /** The larger of the two, rounded up. */
  people: number | null;
};

/**
 * How many people, at full ramp, the demand needs. By touches this is the workload method of sizing a sales force:
 * accounts of each class × calls ÷ calls one person can make (Talley, "How to Design Sales Territories", Journal of
 * Marketing 25(3), 1961). Caps are a second need: a person may be free and yet hold all the accounts allowed.
 */
export function headcountNeed(tiers: readonly TierDemand[], touchesEachPerson: number | null): HeadcountNeed {
  const demand = demandTouches(tiers);
  const byTouches = touchesEachPerson === null || touchesEachPerson <= 0 ? null : demand / touchesEachPerson;
  const byCaps = tiers.reduce((sum, tier) => sum + shareOfCap(tier) * tier.accounts, 0);
  const people = byTouches === null ? null : Math.ceil(Math.max(byTouches, byCaps) - 1e-9);
  return { byTouches, byCaps, people };
}

/** What one account of a tier takes of a person's cap. */
function shareOfCap({ capAccounts }: Pick<TierDemand, 'capAccounts'>): number {
  return capAccounts === null || capAccounts <= 0 ? 0 : 1 / capAccounts;
}

export type CarriedTier = {
  tierId: number;
  /** How many accounts of it are carried when the tiers are served in order of rank. */
  carried: number;
  /** How many the same people could carry if they had nothing else; null = no limit. */
  most: number | null;
};

/**
 * Tiers sized to capacity: how many accounts of each tier a number of people can carry, highest tier first, each tier
 * taking what is left of touches and caps before the next; and how many of each tier alone. Whole accounts only.
 */
export function sizeToCapacity(
  tiers: readonly TierDemand[],
  people: number,
  touchesEachPerson: number,
): CarriedTier[] {
  let touchesLeft = people * touchesEachPerson;
  let peopleLeft = people;
  return [...tiers]
    .sort((a, b) => a.rank - b.rank)
    .map((tier) => {
      const fits = wholeFit(tier, touchesLeft, peopleLeft);
      const carried = Math.min(tier.accounts, fits ?? Infinity);
      touchesLeft -= carried * touchesEach(tier);
      peopleLeft -= carried * shareOfCap(tier);
      return { tierId: tier.tierId, carried, most: wholeFit(tier, people * touchesEachPerson, people) };
    });
}

/** Whole accounts of a tier that fit into touches and caps; null = no limit. */
function wholeFit(tier: TierDemand, touches: number, people: number): number | null {
  const each = touchesEach(tier);
  const limits = [
    ...(each > 0 ? [touches / each] : []),
    ...(tier.capAccounts === null ? [] : [people * tier.capAccounts]),
  ];
  return limits.length === 0 ? null : Math.max(0, Math.floor(Math.min(...limits) + 1e-9));
}
