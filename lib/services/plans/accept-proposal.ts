import { territoryHolderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { readHandSettings } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import {
  type AcceptedMove,
  moveProposalOn,
  writeAcceptedMoves,
} from '#db/queries/plans/write-accepted-moves.ts';
import type { Connection } from '#db/client.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { AcceptProposal, Proposal, ProposalMove } from '#lib/shared/proposal-shapes.ts';
import { requireAccountsInScope, requirePlan } from './plan-access.ts';
import { readProposal } from './start-optimise.ts';

/**
 * Makes moves of a proposal moves of the draft, each with its reason: holders by hand in the proposal's slot, and a
 * place for accounts that lay in no territory. Returns the audit entry that `undoChange` takes back. Throws `conflict`
 * when the plan was changed since the proposal, `invalid` when no move is left to accept.
 */
export async function acceptProposal(
  ctx: Context,
  planId: string,
  input: AcceptProposal,
): Promise<{ undoId: string; accounts: number }> {
  requireCan(ctx.actor, 'plans.edit');
  const proposal = readProposal(ctx, planId, input.jobId);
  const chosen = chosenMoves(proposal, input);
  if (chosen.length === 0) throw appError('invalid', 'Choose at least one move to accept.');
  return write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    if (plan.version !== proposal.planVersion) {
      throw appError(
        'conflict',
        `"${plan.name}" was changed since this proposal was worked out. Solve it again, and it follows the change.`,
      );
    }
    const moves = acceptedMoves(tx.connection, plan.id, proposal, chosen);
    const accountIds = moves.map((move) => move.accountId);
    requireAccountsInScope(ctx, tx.connection, accountIds);
    const before = readHandSettings(tx.connection, plan.id, accountIds);
    const who = { now: ctx.now, userId: ctx.actor.userId };
    writeAcceptedMoves(tx.connection, plan.id, proposal.input.slot, moves, who);
    touchPlan(tx.connection, plan.id, ctx.now);
    moveProposalOn(tx.connection, toRowId('job', input.jobId), requirePlan(tx.connection, planId).version);
    const count = formatCount(moves.length, 'move');
    const auditId = tx.audit({
      action: 'plan.change_accounts',
      entity: 'plan',
      recordId: plan.id,
      summary: `Accepted ${count} of ${proposal.moves.length} that the optimiser proposed for "${plan.name}".`,
      before: { accountIds, ...before },
      after: { jobId: input.jobId, accountIds },
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return { undoId: toPublicId('audit', auditId), accounts: moves.length };
  });
}

/** Moves that somebody can take; what nobody has room for stays where it is. */
function chosenMoves({ moves }: Proposal, { accountIds, except = [] }: AcceptProposal): ProposalMove[] {
  const wanted = accountIds && new Set(accountIds);
  const left = new Set(except);
  const known = new Set(moves.map((move) => move.accountId));
  const unknown = [...(wanted ?? []), ...left].find((id) => !known.has(id));
  if (unknown !== undefined) throw appError('not_found', `The proposal moves no account "${unknown}".`);
  return moves.filter(
    ({ to, accountId }) => to !== null && (!wanted || wanted.has(accountId)) && !left.has(accountId),
  );
}

function acceptedMoves(
  connection: Connection,
  planId: number,
  { input }: Proposal,
  moves: readonly ProposalMove[],
): AcceptedMove[] {
  const order = new Map(territoryRows(connection, planId).map((row, index) => [row.id, index]));
  const homes = new Map<number, number>();
  const held = territoryHolderRows(connection, planId).filter(({ slot }) => slot === input.slot);
  held.sort((a, b) => (order.get(b.territoryId) ?? 0) - (order.get(a.territoryId) ?? 0));
  for (const { repId, territoryId } of held) if (order.has(territoryId)) homes.set(repId, territoryId);
  return moves.flatMap(({ accountId, to, reason, isUnplaced }) => {
    if (!to) return [];
    const repId = toRowId('rep', to.id);
    const territoryId = isUnplaced ? (homes.get(repId) ?? null) : null;
    return [{ accountId: toRowId('account', accountId), repId, territoryId, reason }];
  });
}
