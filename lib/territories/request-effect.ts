import { balance } from '#lib/metrics/balance.ts';
import { type BookFigures, emptyBook, heldBooks, withAccount } from './held-books.ts';
import type { PlanAccount, Slot } from './plan-model.ts';

/** Each figure ÷ an even share of the slot, weighted by ramp; null where there is nobody to compare with. */
export type BookShares = Record<'accounts' | 'potential' | 'workload' | 'pipeline', number | null>;

export type BookChange = {
  repId: number;
  before: BookFigures;
  after: BookFigures;
  shareBefore: BookShares;
  shareAfter: BookShares;
};

/** Who takes part in the balance of a slot, and with which weight (ramp, 0–1). */
export type Weighted = ReadonlyMap<number, number>;

/** What moving one account of a slot from one holder (or nobody) to another does to both books; `to` null = not decided. */
export function effectOfMove(
  accounts: readonly PlanAccount[],
  move: { accountId: number; slot: Slot; toRepId: number | null },
  pipelineOf: ReadonlyMap<number, number>,
  weights: Weighted,
): BookChange[] {
  const { accountId, slot, toRepId } = move;
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) return [];
  const fromRepId = account.holders[slot] ?? null;
  const before = heldBooks(accounts, ({ holders }) => [holders[slot]], pipelineOf);
  const after = new Map(before);
  if (fromRepId !== toRepId && toRepId !== null) {
    if (fromRepId !== null)
      after.set(fromRepId, withAccount(before.get(fromRepId) ?? emptyBook, account, pipelineOf, -1));
    after.set(toRepId, withAccount(before.get(toRepId) ?? emptyBook, account, pipelineOf, 1));
  }
  // Whoever holds something before or after shares the slot both times, so that both shares are of the same people.
  const sharing = [...after.keys()].filter((id) => weights.has(id));
  const sharesBefore = sharesOf(before, sharing, weights);
  const sharesAfter = sharesOf(after, sharing, weights);
  const touched = [fromRepId, toRepId].filter((repId) => repId !== null);
  return [...new Set(touched)].map((repId) => ({
    repId,
    before: before.get(repId) ?? emptyBook,
    after: after.get(repId) ?? emptyBook,
    shareBefore: sharesBefore(repId),
    shareAfter: sharesAfter(repId),
  }));
}

function sharesOf(
  books: ReadonlyMap<number, BookFigures>,
  ids: readonly number[],
  weights: Weighted,
): (repId: number) => BookShares {
  const measured = (value: (book: BookFigures) => number) => {
    const { holders } = balance(
      ids.map((id) => value(books.get(id) ?? emptyBook)),
      0,
      ids.map((id) => weights.get(id) ?? 1),
    );
    return (repId: number) => {
      const rate = ids.length < 2 ? null : (holders[ids.indexOf(repId)]?.deviationRate ?? null);
      return rate === null ? null : 1 + rate;
    };
  };
  const accounts = measured((book) => book.accounts);
  const potential = measured((book) => book.potentialAmount);
  const workload = measured((book) => book.workloadTouches);
  const pipeline = measured((book) => book.pipelineAmount);
  return (repId) => ({
    accounts: accounts(repId),
    potential: potential(repId),
    workload: workload(repId),
    pipeline: pipeline(repId),
  });
}
