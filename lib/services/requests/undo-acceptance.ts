import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { changedSince } from '#db/queries/plans/changed-since.ts';
import { resumeReturned } from '#db/queries/plans/kept-deals.ts';
import { type HandSettings, restoreHandSettings } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { isPublishedSince } from '#db/queries/plans/waiting-version.ts';
import { openTwin, type RequestRow } from '#db/queries/requests/request-rows.ts';
import { reopenRequest } from '#db/queries/requests/save-request.ts';
import {
  openAssignment,
  type StoredAssignment,
  unwriteHandAssignment,
} from '#db/queries/requests/write-hand-assignment.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { overtakenSentence } from '#lib/services/plans/undo-change.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { requireRequest } from './list.ts';
import { noDecision, type RequestView, requestView } from './request-view.ts';

type Accepted = {
  auditId: number;
  at: number;
  assignmentId: number;
  assignment: StoredAssignment | null;
  /** The draft that says the same, and what stood there before; none without a plan. */
  planId: number | undefined;
  draft: HandSettings | undefined;
};

/**
 * Takes an acceptance back: the account is with its holder of before as if it had never changed hands, the draft says
 * what it said, and the request waits for a decision again. Throws `forbidden` for those who may not decide it, and
 * `conflict` once anything else was decided about the account: that would be lost.
 */
export async function undoAcceptance(ctx: Context, id: string): Promise<RequestView> {
  requireCan(ctx.actor, 'requests.decide');
  await write(ctx, (tx) => {
    const { connection } = tx;
    const row = requireRequest(ctx, connection, id);
    const refusal = noDecision(ctx, row);
    if (refusal !== null) throw appError('forbidden', refusal);
    const accepted = row.status === 'accepted' ? acceptanceOf(connection, row, id) : null;
    if (!accepted)
      throw appError('conflict', 'This request is not accepted now, so there is nothing to take back.');
    requireUntouched(ctx, connection, row, accepted);
    const { accountId, slot } = row;
    unwriteHandAssignment(connection, {
      accountId,
      slot,
      id: accepted.assignmentId,
      before: accepted.assignment,
    });
    resumeReturned(connection, { accountId, slot, at: accepted.at });
    if (accepted.planId !== undefined && accepted.draft) {
      const who = { now: ctx.now, userId: ctx.actor.userId };
      restoreHandSettings(connection, accepted.planId, [accountId], accepted.draft, who);
      touchPlan(connection, accepted.planId, ctx.now);
      tx.changed({ entity: 'plan', recordId: accepted.planId, op: 'update' });
    }
    reopenRequest(connection, row.id);
    tx.audit({
      action: 'account.undo_accept',
      entity: 'account',
      recordId: accountId,
      summary: `Took back that ${row.accountName} (${slotLabels[slot]}) goes to ${row.givenToName ?? 'somebody'}; it is with ${row.fromName ?? 'nobody'} again.`,
      after: { requestId: id, undone: accepted.auditId },
    });
    tx.changed({ entity: 'assignment', recordId: null, accountId, op: 'bulk' });
    refreshSegmentsLater(tx);
  });
  return requestView(ctx, requireRequest(ctx, store().connection, id));
}

/** What accepting this request did the last time, as the audit log tells; null where that is not known. */
function acceptanceOf(connection: Connection, row: RequestRow, id: string): Accepted | null {
  const entry = connection
    .prepare<[number, string], { id: number; at: number; before: string; after: string }>(
      `SELECT id, at, before, after FROM audit WHERE entity = 'account' AND record_id = ?
         AND action = 'account.accept_change' AND json_extract(after, '$.requestId') = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(row.accountId, id);
  if (!entry) return null;
  const before = JSON.parse(entry.before) as Pick<Accepted, 'assignment' | 'planId' | 'draft'>;
  const { assignmentId } = JSON.parse(entry.after) as Pick<Accepted, 'assignmentId'>;
  return assignmentId === undefined ? null : { ...before, auditId: entry.id, at: entry.at, assignmentId };
}

function requireUntouched(ctx: Context, connection: Connection, row: RequestRow, accepted: Accepted): void {
  const instead = 'Ask for another change instead.';
  if (openAssignment(connection, row.accountId, row.slot)?.id !== accepted.assignmentId) {
    throw appError('conflict', `${row.accountName} changed hands again since. ${instead}`);
  }
  if (isPublishedSince(connection, accepted.at)) {
    throw appError(
      'conflict',
      `The plan was published since, with ${row.accountName} as accepted. ${instead}`,
    );
  }
  const { auditId, planId } = accepted;
  const later =
    planId === undefined ? null : changedSince(connection, { auditId, planId, accountIds: [row.accountId] });
  if (later) throw appError('conflict', overtakenSentence(ctx, later, 1));
  const twin = { accountId: row.accountId, slot: row.slot, userId: row.askedByUserId };
  if (openTwin(connection, twin) !== null) {
    throw appError(
      'conflict',
      `${row.askedBy ?? 'Somebody'} asked about ${row.accountName} again since. Decide that.`,
    );
  }
}
