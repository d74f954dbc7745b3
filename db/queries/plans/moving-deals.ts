import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { keptSlot } from '#lib/territories/kept-slot.ts';
import { lateStages, type OpenStage } from '#lib/territories/late-stages.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { heldDeals, keptDeals } from './kept-deals.ts';
import { carvePlan, type PlanQuestion, withinScope } from './plan-picture.ts';

export type MovingDealRow = {
  id: number;
  name: string | null;
  accountId: number;
  accountName: string;
  stageId: number;
  stage: string;
  isLate: boolean;
  amount: number | null;
  expectedCloseOn: number | null;
  slot: Slot;
  fromRepId: number;
  toRepId: number | null;
  kept: { untilOn: number | null; reason: string | null } | null;
};

type DealRow = Pick<
  MovingDealRow,
  'id' | 'name' | 'accountId' | 'accountName' | 'stageId' | 'stage' | 'amount' | 'expectedCloseOn'
> & { ownerRepId: number | null };

/** Open deals whose account would change hands by the draft, the largest first; those held over already are not among them. */
export function movingDeals(
  connection: Connection,
  { scope, ...question }: PlanQuestion & { scope: Scope },
): MovingDealRow[] {
  const { moves } = withinScope(carvePlan(connection, question), scope);
  const moving = new Map(moves.map((move) => [move.accountId, move]));
  const held = new Set(heldDeals(connection).map(({ opportunityId }) => opportunityId));
  const kept = new Map(keptDeals(connection, question.planId).map((deal) => [deal.opportunityId, deal]));
  const late = lateStages(
    connection
      .prepare<[], OpenStage>(
        "SELECT id, pipeline, position, probability_rate AS probabilityRate FROM stages WHERE outcome = 'open'",
      )
      .all(),
  );
  return dealsOf(connection, [...moving.keys()]).flatMap(({ ownerRepId, ...deal }) => {
    const move = held.has(deal.id) ? undefined : moving.get(deal.accountId);
    const lost = move && keptSlot(move, ownerRepId);
    if (!lost || lost.fromRepId === null) return [];
    const chosen = kept.get(deal.id);
    return [
      {
        ...deal,
        isLate: late.has(deal.stageId),
        slot: lost.slot,
        fromRepId: lost.fromRepId,
        toRepId: lost.toRepId,
        kept: chosen ? { untilOn: chosen.untilOn, reason: chosen.reason } : null,
      },
    ];
  });
}

function dealsOf(connection: Connection, accountIds: readonly number[]): DealRow[] {
  return connection
    .prepare<[string], DealRow>(
      `SELECT o.id, coalesce(o.name, o.external_id) AS name, o.account_id AS accountId, a.name AS accountName,
         o.stage_id AS stageId, s.name AS stage, o.amount, o.expected_close_on AS expectedCloseOn,
         o.owner_id AS ownerRepId
       FROM opportunities o JOIN stages s ON s.id = o.stage_id JOIN accounts a ON a.id = o.account_id
       WHERE o.account_id IN (SELECT value FROM json_each(?)) AND o.archived_at IS NULL AND s.outcome = 'open'
       ORDER BY o.amount DESC, o.id`,
    )
    .all(JSON.stringify(accountIds));
}
