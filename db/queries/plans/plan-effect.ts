import 'server-only';
import type { AssignedAccount } from '#lib/territories/assign-holders.ts';
import {
  type BookPipeline,
  bookPipelines,
  type OpenDeal,
  withPipelines,
} from '#lib/territories/book-pipelines.ts';
import type { Book } from '#lib/territories/books.ts';
import type { Carve } from '#lib/territories/carve.ts';
import { effectOfChanges } from '#lib/territories/effect-of-changes.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { HandChange } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { planState } from './kept-accounts.ts';
import { heldAfter, heldDeals, keptDeals, openDeals, openDealsOf } from './kept-deals.ts';
import { draftOf, type PlanQuestion } from './plan-picture.ts';

type Pipelines = ReadonlyMap<string, BookPipeline>;

export type PlanEffect = {
  before: Book[];
  after: Book[];
  /** Open pipeline by `slot:repId`; deals held over count for the former owner, as on the Pipeline tab. */
  pipelines: { before: Pipelines; after: Pipelines };
  movesBefore: number;
  movesAfter: number;
};

type Assigned = ReadonlyMap<number, AssignedAccount>;
type PipelinesOf = (deals: readonly OpenDeal[], assigned: Assigned, moves: readonly Move[]) => Pipelines;

let kept: { state: number; carved: Carve; pipelinesOf: PipelinesOf; whole: Pipelines } | undefined;

/** The pipeline of every book of a draft, and how to tell it of some deals; kept until a deal or a plan changes. */
function draftPipelines(connection: Connection, planId: number, carved: Carve) {
  const state = planState(connection, 'deals');
  if (kept?.state === state && kept.carved === carved) return kept;
  const held = heldDeals(connection);
  const wanted = keptDeals(connection, planId);
  const pipelinesOf: PipelinesOf = (deals, assigned, moves) =>
    bookPipelines(
      deals,
      (accountId) => assigned.get(accountId)?.holders,
      [...held, ...heldAfter(deals, moves, wanted, held)],
      'former',
    );
  kept = {
    ...{ state, carved, pipelinesOf },
    whole: pipelinesOf(openDeals(connection), carved.assigned, carved.moves),
  };
  return kept;
}

/** Books as drafted and as they would be after changes by hand, without making them. */
export function planEffect(
  connection: Connection,
  { changes, ...question }: PlanQuestion & { changes: HandChange[] },
): PlanEffect {
  const { plan, carved } = draftOf(connection, question);
  const { after, moves, touched } = effectOfChanges(carved, plan, changes);
  const { pipelinesOf, whole } = draftPipelines(connection, question.planId, carved);
  const deals = openDealsOf(connection, touched.accountIds);
  const gone = pipelinesOf(deals, carved.assigned, touched.movesBefore);
  const come = pipelinesOf(deals, touched.assigned, touched.movesAfter);
  return {
    before: carved.after,
    after,
    pipelines: { before: whole, after: withPipelines(whole, gone, come) },
    movesBefore: carved.moves.length,
    movesAfter: moves,
  };
}
