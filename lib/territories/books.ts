import type { Holders, PlanAccount, Slot } from './plan-model.ts';

export type Book = {
  repId: number;
  slot: Slot;
  accounts: number;
  potentialAmount: number;
  /** Accounts whose potential is not recorded: counted 0 above. */
  potentialUnknown: number;
  workloadTouches: number;
};

/** What each holder holds per slot. `holdersOf` says whose book an account is in: as published, or as planned. */
export function books(
  accounts: readonly PlanAccount[],
  holdersOf: (account: PlanAccount) => Holders,
): Book[] {
  const found = new Map<string, Book>();
  for (const account of accounts) {
    for (const [slot, repId] of Object.entries(holdersOf(account)) as [Slot, number][]) {
      const key = `${slot}:${repId}`;
      const book = found.get(key) ?? {
        repId,
        slot,
        accounts: 0,
        potentialAmount: 0,
        potentialUnknown: 0,
        workloadTouches: 0,
      };
      book.accounts += 1;
      book.potentialAmount += account.potentialAmount ?? 0;
      if (account.potentialAmount === null) book.potentialUnknown += 1;
      book.workloadTouches += account.workloadTouches;
      found.set(key, book);
    }
  }
  return [...found.values()].sort((a, b) => a.slot.localeCompare(b.slot) || a.repId - b.repId);
}
