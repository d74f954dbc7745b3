import { type Holders, type PlanAccount, type Slot, slots } from './plan-model.ts';

export type Book = {
  repId: number;
  slot: Slot;
  accounts: number;
  potentialAmount: number;
  /** Accounts whose potential is not recorded: counted 0 above. */
  potentialUnknown: number;
  workloadTouches: number;
};

export function emptyBook(slot: Slot, repId: number): Book {
  return { repId, slot, accounts: 0, potentialAmount: 0, potentialUnknown: 0, workloadTouches: 0 };
}

/** What each holder holds per slot. `holdersOf` says whose book an account is in: as published, or as planned. */
export function books(
  accounts: readonly PlanAccount[],
  holdersOf: (account: PlanAccount) => Holders,
): Book[] {
  const found = slots.map(() => new Map<number, Book>());
  for (const account of accounts) {
    const holders = holdersOf(account);
    for (const [place, slot] of slots.entries()) {
      const repId = holders[slot];
      if (repId === undefined) continue;
      const book = found[place]?.get(repId) ?? emptyBook(slot, repId);
      book.accounts += 1;
      book.potentialAmount += account.potentialAmount ?? 0;
      if (account.potentialAmount === null) book.potentialUnknown += 1;
      book.workloadTouches += account.workloadTouches;
      found[place]?.set(repId, book);
    }
  }
  return found
    .flatMap((books) => [...books.values()])
    .sort((a, b) => a.slot.localeCompare(b.slot) || a.repId - b.repId);
}
