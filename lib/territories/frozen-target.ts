import type { AssignedAccount, HolderReason } from './assign-holders.ts';
import type { Holders, Place, PlanAccount, Slot } from './plan-model.ts';

type FrozenHolder = [slot: Slot, repId: number, reason: HolderReason | null, words: string | null];

/** What a plan says about one account, as short as it can be written: a version that waits keeps one per account. */
export type FrozenAccount = [
  accountId: number,
  territoryId: number | null,
  step: Place['step'],
  reason: string | null,
  holders: FrozenHolder[],
];

/** Freezes where every account is to lie and who is to hold it, so that later data cannot change it. */
export function freeze(assigned: Iterable<AssignedAccount>): FrozenAccount[] {
  return Array.from(assigned, ({ accountId, place, holders, reasons, words }) => [
    accountId,
    place.territoryId,
    place.step,
    place.reason,
    (Object.entries(holders) as [Slot, number][]).map(
      ([slot, repId]): FrozenHolder => [slot, repId, reasons[slot] ?? null, words[slot] ?? null],
    ),
  ]);
}

export type Thawed = {
  assigned: Map<number, AssignedAccount>;
  /** By somebody who has left since: how many accounts they were to get. Each keeps whom it has. */
  left: Map<number, number>;
  /** Frozen accounts that are there no more. */
  goneAccounts: number;
};

/**
 * A frozen state beside the accounts as they are now. A holder who has left gets nothing: the account keeps whom it
 * has, if anybody. Accounts that came later are not in the answer, those in the Trash only in the count.
 */
export function thaw(
  frozen: readonly FrozenAccount[],
  accounts: readonly PlanAccount[],
  isThere: (repId: number) => boolean,
): Thawed {
  const present = new Map(accounts.map((account) => [account.id, account.holders]));
  const thawed: Thawed = { assigned: new Map(), left: new Map(), goneAccounts: 0 };
  for (const [accountId, territoryId, step, reason, slots] of frozen) {
    const now = present.get(accountId);
    if (!now) {
      thawed.goneAccounts += 1;
      continue;
    }
    const holders: Holders = {};
    const item: AssignedAccount = {
      accountId,
      place: { accountId, territoryId, step, reason, losing: [] },
      holders,
      reasons: {},
      words: {},
    };
    for (const [slot, repId, why, words] of slots) {
      if (!isThere(repId)) {
        if (now[slot] !== repId) thawed.left.set(repId, (thawed.left.get(repId) ?? 0) + 1);
        if (now[slot] !== undefined) holders[slot] = now[slot];
        continue;
      }
      holders[slot] = repId;
      if (why !== null) item.reasons[slot] = why;
      if (words !== null) item.words[slot] = words;
    }
    thawed.assigned.set(accountId, item);
  }
  return thawed;
}
