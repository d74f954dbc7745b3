import { store } from '#db/client.ts';
import { insertComment } from '#db/queries/plans/approvals.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { decide, requireApproval, requireOpen } from './approvals.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';
import { type Published, publishPlan } from './publish-plan.ts';

/**
 * Approves a draft, which publishes it for the day that was asked for; at once where that day has come meanwhile. A
 * draft that was edited after the approval was asked for is a conflict: nobody publishes what was not looked at.
 */
export async function approvePlan(
  ctx: Context,
  planId: string,
  approvalId: string,
  input: { comment?: string | null | undefined; replacesWaiting?: boolean | undefined },
): Promise<Published> {
  requireWholePlan(ctx, 'plans.approve');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const approval = requireOpen(requireApproval(connection, plan, approvalId));
  if (approval.planVersion !== plan.version) {
    throw appError(
      'conflict',
      `"${plan.name}" was edited after ${approval.askedBy ?? 'somebody'} asked for approval. Return it, or have approval asked for again.`,
      { current: { version: plan.version } },
    );
  }
  const { timeZone } = workspaceSettings(connection);
  const isAhead = approval.effectiveAt !== null && approval.effectiveAt > ctx.now;
  const effectiveOn =
    isAhead && approval.effectiveAt !== null ? dayOfInstant(approval.effectiveAt, timeZone) : null;
  return publishPlan(
    ctx,
    planId,
    { note: approval.note, effectiveOn, replacesWaiting: input.replacesWaiting },
    approval.planVersion,
    (tx) => {
      requireOpen(requireApproval(tx.connection, plan, approvalId));
      decide(ctx, tx.connection, approval.id, 'approved');
      say(ctx, tx, plan.id, approval.id, input.comment ?? null);
      tx.audit({
        action: 'plan.approve',
        entity: 'plan',
        recordId: plan.id,
        summary: `Approved "${plan.name}", asked for by ${approval.askedBy ?? 'somebody who was deleted'}.`,
        reason: input.comment ?? null,
      });
    },
  );
}

/** Gives a draft back with what should change. Nothing is published. */
export async function returnPlan(
  ctx: Context,
  planId: string,
  approvalId: string,
  { comment }: { comment: string },
): Promise<void> {
  requireWholePlan(ctx, 'plans.approve');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const approval = requireOpen(requireApproval(tx.connection, plan, approvalId));
    decide(ctx, tx.connection, approval.id, 'returned');
    say(ctx, tx, plan.id, approval.id, comment);
    tx.audit({
      action: 'plan.return',
      entity: 'plan',
      recordId: plan.id,
      summary: `Returned "${plan.name}" to ${approval.askedBy ?? 'whoever asked'}.`,
      reason: comment,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

function say(ctx: Context, tx: Tx, planId: number, approvalId: number, body: string | null): void {
  if (body === null || body === '') return;
  insertComment(tx.connection, { planId, approvalId, body, userId: ctx.actor.userId, now: ctx.now });
}
