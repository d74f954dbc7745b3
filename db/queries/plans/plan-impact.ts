import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { type BookPipeline, bookPipelines, type HeldOverFor } from '#lib/territories/book-pipelines.ts';
import type { Book } from '#lib/territories/books.ts';
import type { Holders, Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { heldAfter, heldDeals, keptDeals, openDeals } from './kept-deals.ts';
import { carvePlan, type PlanQuestion, withinScope } from './plan-picture.ts';

export type BookSide = {
  accounts: number;
  potentialAmount: number;
  contacts: number;
  pipelineAmount: number;
  openDeals: number;
};
export type BookImpact = { slot: Slot; repId: number; before: BookSide; after: BookSide };

/**
 * Every book before and after the draft: accounts, potential, contacts and open pipeline. Deals that are held over, or
 * will be by the draft's choice, count for whom `heldOverFor` says.
 */
export function planImpact(
  connection: Connection,
  { scope, heldOverFor, ...question }: PlanQuestion & { scope: Scope; heldOverFor: HeldOverFor },
): BookImpact[] {
  const carved = carvePlan(connection, question);
  const { before, after } = withinScope(carved, scope);
  const deals = openDeals(connection);
  const held = heldDeals(connection);
  const later = heldAfter(deals, carved.moves, keptDeals(connection, question.planId), held);
  const now = new Map(carved.accounts.map((account) => [account.id, account.holders]));
  const holdersNow = (accountId: number) => now.get(accountId);
  const holdersThen = (accountId: number) => carved.assigned.get(accountId)?.holders;
  const pipelines = {
    before: bookPipelines(deals, holdersNow, held, heldOverFor),
    after: bookPipelines(deals, holdersThen, [...held, ...later], heldOverFor),
  };
  const contacts = contactCounts(connection);
  const people = {
    before: contactsByBook(contacts, holdersNow),
    after: contactsByBook(contacts, holdersThen),
  };
  const books = { before: byKey(before), after: byKey(after) };
  const isSeen = ({ repId }: { repId: number }) => scope.all || scope.repIds.includes(repId);
  const keys = new Map(
    [...before, ...after, ...pipelines.before.values(), ...pipelines.after.values()]
      .filter(isSeen)
      .map(({ slot, repId }) => [`${slot}:${repId}`, { slot, repId }]),
  );
  const side = (key: string, when: 'before' | 'after') =>
    sideOf(books[when].get(key), pipelines[when].get(key), people[when].get(key));
  return [...keys].map(([key, { slot, repId }]) => ({
    slot,
    repId,
    before: side(key, 'before'),
    after: side(key, 'after'),
  }));
}

function sideOf(
  book: Book | undefined,
  pipeline: BookPipeline | undefined,
  contacts: number | undefined,
): BookSide {
  return {
    accounts: book?.accounts ?? 0,
    potentialAmount: book?.potentialAmount ?? 0,
    contacts: contacts ?? 0,
    pipelineAmount: pipeline?.amount ?? 0,
    openDeals: pipeline?.deals ?? 0,
  };
}

function byKey(books: readonly Book[]): Map<string, Book> {
  return new Map(books.map((book) => [`${book.slot}:${book.repId}`, book]));
}

function contactCounts(connection: Connection): [accountId: number, contacts: number][] {
  return connection
    .prepare<[], [number, number]>(
      `SELECT account_id, count(*) FROM contacts WHERE archived_at IS NULL AND account_id IS NOT NULL
       GROUP BY account_id`,
    )
    .raw()
    .all();
}

function contactsByBook(
  counts: readonly [number, number][],
  holdersOf: (accountId: number) => Holders | undefined,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [accountId, contacts] of counts) {
    for (const [slot, repId] of Object.entries(holdersOf(accountId) ?? {})) {
      const key = `${slot}:${repId}`;
      found.set(key, (found.get(key) ?? 0) + contacts);
    }
  }
  return found;
}
