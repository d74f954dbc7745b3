import type { CarveAccount, CarveInput } from './input.ts';

/** A family, or what is left of it after locks pulled it apart: goes to one rep. */
export type Family = {
  familyId: number;
  /** Indexes of accounts. */
  members: number[];
  /** Whose traits decide: the account with the family's id, else the largest. */
  head: number;
  potentialAmount: number;
  workloadTouches: number;
  /** The rep index it stays with: a lock, or out of scope. -1 = free. */
  fixedRep: number;
  fixedBy: 'lock' | 'scope' | null;
};

/** Rep index of each account: now, by lock; -1 = nobody or a rep who left. */
export type Holding = { now: Int32Array; lock: Int32Array; screen: Int32Array };

export function holdingOf({ accounts, reps, screen }: CarveInput): Holding {
  const indexOf = new Map(reps.map((rep, index) => [rep.id, index]));
  const find = (repId: number | null | undefined) =>
    repId === null || repId === undefined ? -1 : (indexOf.get(repId) ?? -1);
  return {
    now: Int32Array.from(accounts, (account) => find(account.repId)),
    lock: Int32Array.from(accounts, (account) => find(account.lockedRepId)),
    screen: Int32Array.from(accounts, (account) => find(screen?.get(account.id))),
  };
}

export type Families = {
  families: Family[];
  /** Families that locks give to several reps. */
  torn: { familyId: number; accountIds: number[] }[];
};

/**
 * Groups accounts by family. One lock takes the whole family along; locks to several reps pull it apart: each locked
 * account stays where it is locked, the others follow the rep who is locked to most of the potential.
 */
export function familiesOf(accounts: readonly CarveAccount[], holding: Holding): Families {
  const groups = new Map<number, number[]>();
  accounts.forEach((account, index) => {
    const group = groups.get(account.familyId);
    if (group) group.push(index);
    else groups.set(account.familyId, [index]);
  });
  const families: Family[] = [];
  const torn: Families['torn'] = [];
  for (const [familyId, members] of groups) {
    const head = headOf(accounts, familyId, members);
    const locks = new Map<number, number>();
    for (const member of members) {
      const rep = holding.lock[member]!;
      if (rep >= 0) locks.set(rep, (locks.get(rep) ?? 0) + (accounts[member]!.potentialAmount ?? 0));
    }
    if (locks.size === 0) {
      families.push(familyOf(accounts, familyId, members, head, -1, null));
      continue;
    }
    const [main] = [...locks].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    if (locks.size > 1) torn.push({ familyId, accountIds: members.map((member) => accounts[member]!.id) });
    for (const rep of locks.keys()) {
      const own = members.filter((member) => {
        const lock = holding.lock[member]!;
        return lock === rep || (lock < 0 && rep === main);
      });
      families.push(familyOf(accounts, familyId, own, own.includes(head) ? head : own[0]!, rep, 'lock'));
    }
  }
  return { families, torn };
}

function headOf(accounts: readonly CarveAccount[], familyId: number, members: readonly number[]): number {
  let head = members[0]!;
  for (const member of members) {
    if (accounts[member]!.id === familyId) return member;
    if ((accounts[member]!.potentialAmount ?? 0) > (accounts[head]!.potentialAmount ?? 0)) head = member;
  }
  return head;
}

function familyOf(
  accounts: readonly CarveAccount[],
  familyId: number,
  members: number[],
  head: number,
  fixedRep: number,
  fixedBy: Family['fixedBy'],
): Family {
  let potentialAmount = 0;
  let workloadTouches = 0;
  for (const member of members) {
    potentialAmount += accounts[member]!.potentialAmount ?? 0;
    workloadTouches += accounts[member]!.workloadTouches;
  }
  return { familyId, members, head, potentialAmount, workloadTouches, fixedRep, fixedBy };
}

/** A family by the reps its accounts are fixed with; -1 = stays with nobody. */
export function splitFamily(
  accounts: readonly CarveAccount[],
  family: Family,
  holderOf: (member: number) => number,
): Family[] {
  const parts = new Map<number, number[]>();
  for (const member of family.members) {
    const holder = holderOf(member);
    const part = parts.get(holder);
    if (part) part.push(member);
    else parts.set(holder, [member]);
  }
  return [...parts].map(([rep, members]) => {
    const head = members.includes(family.head) ? family.head : members[0]!;
    return familyOf(accounts, family.familyId, members, head, rep, 'scope');
  });
}
