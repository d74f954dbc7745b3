import type { CarveAccount, CarveInput, CarveRep } from '../input.ts';

/** A plan by account id; accounts that are missing are with nobody. */
export type PlanById = ReadonlyMap<number, number>;

/**
 * Checks a plan against the question alone, sharing no code with the search: every broken rule as a sentence. Locks
 * come first, so that caps and families may be broken by locks only.
 */
export function brokenRules(input: CarveInput, plan: PlanById): string[] {
  const broken: string[] = [];
  const reps = new Map(input.reps.map((rep) => [rep.id, rep]));
  const families = Map.groupBy(input.accounts, (account) => account.familyId);
  for (const account of input.accounts) {
    const repId = plan.get(account.id);
    if (account.lockedRepId !== null) {
      if (repId !== account.lockedRepId) broken.push(`${account.id} left its lock`);
      continue;
    }
    if (repId === undefined) continue;
    const family = families.get(account.familyId) ?? [];
    const rep = reps.get(repId);
    if (!rep) broken.push(`${account.id} is with an unknown rep`);
    else if (!followsLock(family, repId) && !mayHold(input, rep, family)) {
      broken.push(`${rep.id} may not hold ${account.id}`);
    }
  }
  for (const [familyId, family] of families) {
    if (family.some((account) => account.lockedRepId !== null)) continue;
    if (new Set(family.map((account) => plan.get(account.id))).size > 1)
      broken.push(`family ${familyId} is torn`);
  }
  for (const rep of input.reps) {
    const book = input.accounts.filter((account) => plan.get(account.id) === rep.id);
    const stuck = book.filter((account) => followsLock(families.get(account.familyId) ?? [], rep.id));
    const touches = (list: readonly CarveAccount[]) =>
      list.reduce((sum, account) => sum + account.workloadTouches, 0);
    if (rep.capAccounts !== null && book.length > Math.max(rep.capAccounts, stuck.length)) {
      broken.push(`${rep.id} holds ${book.length} accounts, cap ${rep.capAccounts}`);
    }
    if (rep.capTouches !== null && touches(book) > Math.max(rep.capTouches, touches(stuck)) + 1e-5) {
      broken.push(`${rep.id} has ${touches(book)} touches, capacity ${rep.capTouches}`);
    }
  }
  return broken;
}

/** Whether the family goes with this rep because one of it is locked there. */
function followsLock(family: readonly CarveAccount[], repId: number): boolean {
  return family.some((account) => account.lockedRepId === repId);
}

function mayHold(input: CarveInput, rep: CarveRep, family: readonly CarveAccount[]): boolean {
  let head = family[0]!;
  for (const account of family) {
    if ((account.potentialAmount ?? 0) > (head.potentialAmount ?? 0)) head = account;
  }
  head = family.find((account) => account.id === account.familyId) ?? head;
  const ids = new Set(family.map((account) => account.id));
  const isRefused = input.refusals.some((refusal) => refusal.repId === rep.id && ids.has(refusal.accountId));
  return (
    rep.shareRate > 0 &&
    rep.rampRate > 0 &&
    !isRefused &&
    !rep.excludedAccountIds.some((id) => ids.has(id)) &&
    Object.entries(rep.takes).every(([trait, values]) => values.includes(head.traits[trait] ?? ' none '))
  );
}

/** Money of a whole plan of the scope "whole", from the question alone: what the search adds up step by step. */
export function costFromScratch(input: CarveInput, plan: PlanById): number {
  const { rates } = input;
  const families = [...Map.groupBy(input.accounts, (account) => account.familyId).values()];
  let cost = 0;
  for (const family of families) {
    if (family.some((account) => account.lockedRepId !== null)) continue;
    const able = input.reps.filter((rep) => mayHold(input, rep, family) && hasRoom(input, rep, family));
    for (const account of family) {
      const rep = able.find((item) => item.id === plan.get(account.id));
      if (!rep) continue;
      if (account.repId !== rep.id && able.some((item) => item.id === account.repId)) {
        cost += rates.moveAmountByTier[account.tier ?? ''] ?? rates.moveAmount;
        cost +=
          rates.movePotentialRate * (account.potentialAmount ?? 0) +
          rates.movePipelineRate * account.pipelineAmount;
      }
      cost +=
        rates.travelKmAmount *
        account.workloadTouches *
        Math.min(rates.travelMaxKm, haversineKm(account, rep));
    }
  }
  return cost;
}

/** Whether a family fits beside what is locked to the rep; a rep too small for it was never a choice. */
function hasRoom(input: CarveInput, rep: CarveRep, family: readonly CarveAccount[]): boolean {
  const touches = family.reduce((sum, account) => sum + account.workloadTouches, 0);
  const stuck = lockedBook(input, rep.id);
  return (
    (rep.capAccounts === null || stuck.accounts + family.length <= rep.capAccounts) &&
    (rep.capTouches === null || stuck.touches + touches <= rep.capTouches + 1e-6)
  );
}

function lockedBook(input: CarveInput, repId: number): { accounts: number; touches: number } {
  const stuck = { accounts: 0, touches: 0 };
  for (const family of Map.groupBy(input.accounts, (account) => account.familyId).values()) {
    for (const account of family) {
      if (lockedTo(family, account) !== repId) continue;
      stuck.accounts += 1;
      stuck.touches += account.workloadTouches;
    }
  }
  return stuck;
}

/** The lock of an account, else of the rep who is locked to most of its family's potential. */
function lockedTo(family: readonly CarveAccount[], account: CarveAccount): number | null {
  if (account.lockedRepId !== null) return account.lockedRepId;
  const potential = new Map<number, number>();
  for (const { lockedRepId, potentialAmount } of family) {
    if (lockedRepId === null) continue;
    potential.set(lockedRepId, (potential.get(lockedRepId) ?? 0) + (potentialAmount ?? 0));
  }
  return [...potential].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** Money that one measure of one book costs off its target. */
export function offTargetCost(
  value: number,
  target: number,
  rate: number,
  rates: CarveInput['rates'],
): number {
  const off = Math.abs(value - target) / target;
  const band = rates.bandRate;
  const near = Math.min(off, band) * rates.inBandSlope;
  const middle = Math.max(0, Math.min(off, 2 * band) - band);
  const far = Math.max(0, off - 2 * band) * rates.farFactor;
  return rate * target * (near + middle + far);
}

function haversineKm(account: CarveAccount, rep: CarveRep): number {
  if (!account.place || !rep.home) return 0;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const height = Math.sin(radians(rep.home.latitude - account.place.latitude) / 2) ** 2;
  const width = Math.sin(radians(rep.home.longitude - account.place.longitude) / 2) ** 2;
  const cosines = Math.cos(radians(rep.home.latitude)) * Math.cos(radians(account.place.latitude));
  return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, height + cosines * width)));
}
