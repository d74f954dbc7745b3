import { balance } from '#lib/metrics/balance.ts';
import type { PlanAccount, Slot } from './plan-model.ts';

/** What one holder has in a slot: counts, money, touches a month. */
export type BookFigures = {
  accounts: number;
  potentialAmount: number;
  /** Accounts whose potential is not recorded: counted 0 above. */
  potentialUnknown: number;
  workloadTouches: number;
  pipelineAmount: number;
};

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

const none: BookFigures = {
  accounts: 0,
  potentialAmount: 0,
  potentialUnknown: 0,
  workloadTouches: 0,
  pipelineAmount: 0,
};

/** The books of one slot as `holderOf` says who holds what. `pipelineOf` is the open pipeline by account id. */
export function slotBooks(
  accounts: readonly PlanAccount[],
  holderOf: (account: PlanAccount) => number | undefined,
  pipelineOf: ReadonlyMap<number, number>,
): Map<number, BookFigures> {
  const found = new Map<number, BookFigures>();
  for (const account of accounts) {
    const repId = holderOf(account);
    if (repId === undefined) continue;
    found.set(repId, withAccount(found.get(repId) ?? none, account, pipelineOf, 1));
  }
  return found;
}

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
  const before = slotBooks(accounts, ({ holders }) => holders[slot], pipelineOf);
  const after = new Map(before);
  if (fromRepId !== toRepId && toRepId !== null) {
    if (fromRepId !== null)
      after.set(fromRepId, withAccount(before.get(fromRepId) ?? none, account, pipelineOf, -1));
    after.set(toRepId, withAccount(before.get(toRepId) ?? none, account, pipelineOf, 1));
  }
  const sharesBefore = sharesOf(before, weights);
  const sharesAfter = sharesOf(after, weights);
  const touched = [fromRepId, toRepId].filter((repId) => repId !== null);
  return [...new Set(touched)].map((repId) => ({
    repId,
    before: before.get(repId) ?? none,
    after: after.get(repId) ?? none,
    shareBefore: sharesBefore(repId),
    shareAfter: sharesAfter(repId),
  }));
}

function withAccount(
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

function sharesOf(books: ReadonlyMap<number, BookFigures>, weights: Weighted): (repId: number) => BookShares {
  const ids = [...books.keys()].filter((id) => weights.has(id));
  const measured = (value: (book: BookFigures) => number) => {
    const { holders } = balance(
      ids.map((id) => value(books.get(id) ?? none)),
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
