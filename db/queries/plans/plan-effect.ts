import 'server-only';
import { type BookPipeline, bookPipelines } from '#lib/territories/book-pipelines.ts';
import type { Book } from '#lib/territories/books.ts';
import type { Carve } from '#lib/territories/carve.ts';
import type { HandChange } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { heldAfter, heldDeals, keptDeals, openDeals } from './kept-deals.ts';
import { carvePlan, type PlanQuestion } from './plan-picture.ts';

export type PlanEffect = {
  before: Book[];
  after: Book[];
  /** Open pipeline by `slot:repId`; deals held over count for the former owner, as on the Pipeline tab. */
  pipelines: { before: Map<string, BookPipeline>; after: Map<string, BookPipeline> };
  movesBefore: number;
  movesAfter: number;
};

/** Books as drafted and as they would be after changes by hand, without making them. */
export function planEffect(
  connection: Connection,
  { changes, ...question }: PlanQuestion & { changes: HandChange[] },
): PlanEffect {
  const now = carvePlan(connection, question);
  const then = carvePlan(connection, question, changes);
  const deals = openDeals(connection);
  const held = heldDeals(connection);
  const kept = keptDeals(connection, question.planId);
  const pipelinesOf = ({ assigned, moves }: Carve) =>
    bookPipelines(
      deals,
      (accountId) => assigned.get(accountId)?.holders,
      [...held, ...heldAfter(deals, moves, kept, held)],
      'former',
    );
  return {
    before: now.after,
    after: then.after,
    pipelines: { before: pipelinesOf(now), after: pipelinesOf(then) },
    movesBefore: now.moves.length,
    movesAfter: then.moves.length,
  };
}
