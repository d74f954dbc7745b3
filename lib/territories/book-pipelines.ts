import type { Holders, Slot } from './plan-model.ts';

/** Whose pipeline a held-over deal is: its former owner's, who works it, or the account's new holder's. */
export type HeldOverFor = 'former' | 'new';

export type OpenDeal = { id: number; accountId: number; ownerRepId: number | null; amount: number | null };
export type HeldDeal = { opportunityId: number; slot: Slot; repId: number };

export type BookPipeline = {
  slot: Slot;
  repId: number;
  deals: number;
  /** Money of the open deals; those without an amount count 0 here and in `unknown`. */
  amount: number;
  unknown: number;
};

/**
 * Open pipeline of every book: the sum of the open deals of its accounts, by slot and holder (`slot:repId`). A deal
 * that is held over counts for its former owner or for the account's holder, as `heldOverFor` says.
 */
export function bookPipelines(
  deals: readonly OpenDeal[],
  holdersOf: (accountId: number) => Holders | undefined,
  held: readonly HeldDeal[],
  heldOverFor: HeldOverFor,
): Map<string, BookPipeline> {
  const heldBy = new Map(heldOverFor === 'new' ? [] : held.map((item) => [item.opportunityId, item]));
  const found = new Map<string, BookPipeline>();
  for (const deal of deals) {
    const holders: Holders = { ...holdersOf(deal.accountId) };
    const keeper = heldBy.get(deal.id);
    if (keeper) holders[keeper.slot] = keeper.repId;
    for (const [slot, repId] of Object.entries(holders) as [Slot, number][]) {
      const key = `${slot}:${repId}`;
      const book = found.get(key) ?? { slot, repId, deals: 0, amount: 0, unknown: 0 };
      book.deals += 1;
      book.amount += deal.amount ?? 0;
      if (deal.amount === null) book.unknown += 1;
      found.set(key, book);
    }
  }
  return found;
}

/**
 * Pipelines of books after some deals left those of `gone` and came to those of `come`. What came and went is set off
 * first, so that a book that keeps its deals keeps its sum to the last digit.
 */
export function withPipelines(
  whole: ReadonlyMap<string, BookPipeline>,
  gone: ReadonlyMap<string, BookPipeline>,
  come: ReadonlyMap<string, BookPipeline>,
): Map<string, BookPipeline> {
  const found = new Map(whole);
  for (const [key, { slot, repId }] of new Map([...gone, ...come])) {
    const part = (of: ReadonlyMap<string, BookPipeline>) =>
      of.get(key) ?? { slot, repId, deals: 0, amount: 0, unknown: 0 };
    const [book, less, more] = [part(whole), part(gone), part(come)];
    found.set(key, {
      ...{ slot, repId },
      deals: book.deals + (more.deals - less.deals),
      amount: book.amount + (more.amount - less.amount),
      unknown: book.unknown + (more.unknown - less.unknown),
    });
  }
  return found;
}
