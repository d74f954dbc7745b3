import type { PlanAccount } from './plan-model.ts';

/** What one holder has: counts, money, touches a month. */
export type BookFigures = {
  accounts: number;
  potentialAmount: number;
  /** Accounts whose potential is not recorded: counted 0 above. */
  potentialUnknown: number;
  workloadTouches: number;
  pipelineAmount: number;
};

export const emptyBook: Readonly<BookFigures> = {
  accounts: 0,
  potentialAmount: 0,
  potentialUnknown: 0,
  workloadTouches: 0,
  pipelineAmount: 0,
};

/**
 * The books as `holdersOf` says who holds what; an account counts once for a holder named twice. `pipelineOf` is the
 * open pipeline by account id.
 */
export function heldBooks(
  accounts: readonly PlanAccount[],
  holdersOf: (account: PlanAccount) => readonly (number | undefined)[],
  pipelineOf: ReadonlyMap<number, number>,
): Map<number, BookFigures> {
  const found = new Map<number, BookFigures>();
  for (const account of accounts) {
    for (const repId of new Set(holdersOf(account))) {
      if (repId === undefined) continue;
      found.set(repId, withAccount(found.get(repId) ?? emptyBook, account, pipelineOf, 1));
    }
  }
  return found;
}

/** A book with an account more (1) or less (-1). */
export function withAccount(
  book: BookFigures,
  account: PlanAccount,
  pipelineOf: ReadonlyMap<number, number>,
  sign: 1 | -1,
): BookFigures {
  return {
    accounts: book.accounts + sign,
    potentialAmount: book.potentialAmount + sign * (account.potentialAmount ?? 0),
    potentialUnknown: book.potentialUnknown + (account.potentialAmount === null ? sign : 0),
    workloadTouches: book.workloadTouches + sign * account.workloadTouches,
    pipelineAmount: book.pipelineAmount + sign * (pipelineOf.get(account.id) ?? 0),
  };
}
