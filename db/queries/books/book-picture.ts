import 'server-only';
import { type BookFigures, emptyBook, heldBooks } from '#lib/territories/held-books.ts';
import type { Connection } from '../../client.ts';
import { planAccounts } from '../plans/kept-accounts.ts';
import { openPipeline } from '../requests/open-pipeline.ts';

export type BookPicture = {
  /** One for each of the asked reps, in their order; somebody without accounts has an empty one. */
  books: BookFigures[];
  /** What is known of each account of the first of them. */
  accounts: {
    id: number;
    potentialAmount: number | null;
    workloadTouches: number;
    pipelineAmount: number;
  }[];
};

/** Books as published, of whoever is asked for. Tens of milliseconds at 20,000 accounts: runs in the reads worker. */
export function bookPicture(connection: Connection, { repIds }: { repIds: number[] }): BookPicture {
  const accounts = planAccounts(connection);
  const pipeline = openPipeline(connection);
  const books = heldBooks(accounts, ({ holders }) => Object.values(holders), pipeline);
  const [first] = repIds;
  return {
    books: repIds.map((repId) => books.get(repId) ?? emptyBook),
    accounts: accounts
      .filter(({ holders }) => Object.values(holders).some((repId) => repId === first))
      .map(({ id, potentialAmount, workloadTouches }) => ({
        id,
        potentialAmount,
        workloadTouches,
        pipelineAmount: pipeline.get(id) ?? 0,
      })),
  };
}
