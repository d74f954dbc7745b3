import type { AccountFacts } from './account-facts.ts';
import { type DemoPlan, geographyOf } from './plan.ts';
import { demoPools, demoReps } from './reps.ts';
import type { SeedCalendar } from './seed-calendar.ts';

/** Row ids of reps and pools by their keys. */
export type HolderIds = ReadonlyMap<string, number>;

export function requireHolder(ids: HolderIds, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`There is no demo rep "${key}".`);
  return id;
}

const skills = new Map(demoReps.map((rep) => [rep.key, rep.skill]));

/**
 * Who sells to an account on a day: its AE of that time. Small deals stay with the pool that holds the account; half
 * of the larger ones go to the AE of the place as soon as there is a deal.
 */
export function dealOwners(plan: DemoPlan, ids: HolderIds, calendar: SeedCalendar) {
  const carveDay = calendar.dayOf(plan.carveAt);
  const ownerKey = (facts: AccountFacts, day: number): string => {
    const { id, trueEmployees } = facts.account;
    const placement = plan.placements.get(id);
    const pool = demoPools.find(({ key }) => key === (placement?.ae ?? 'inside'));
    if (!pool) return (day < carveDay ? placement?.formerAe : null) ?? placement?.ae ?? 'inside';
    const turn = (id * 31 + day) % 20;
    const local = trueEmployees >= 250 && turn < 12 ? geographyOf(facts) : undefined;
    if (local) return local.ae;
    return turn < 18 ? pool.key : (pool.members[(id + day) % pool.members.length] ?? pool.key);
  };
  return (facts: AccountFacts, day: number): { repId: number; skill: number } => {
    const key = ownerKey(facts, day);
    return { repId: requireHolder(ids, key), skill: skills.get(key) ?? 0 };
  };
}

const westernPlaces = new Set(['Pacific', 'Mountain', 'Texas and Central', 'Upper Midwest and Canada']);

/** The customer success manager of a customer worth one: a target, or from 300 employees on. */
export function successManagerOf({ account }: AccountFacts, plan: DemoPlan): string | null {
  const placement = plan.placements.get(account.id);
  const isTarget = placement?.sdr !== null && placement?.sdr !== undefined;
  if (!isTarget && account.trueEmployees < 600) return null;
  if (account.region === 'EMEA') return 'Anneke';
  if (account.region !== 'NA') return null;
  if (placement?.territory && westernPlaces.has(placement.territory)) return 'Peter';
  return isTarget || account.id % 2 === 0 ? 'Maya' : 'Peter';
}
