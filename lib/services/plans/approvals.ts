import { type Connection, store } from '#db/client.ts';
import {
  type ApprovalRow,
  approvalRows,
  commentRows,
  decideApproval,
  insertApproval,
  insertComment,
} from '#db/queries/plans/approvals.ts';
import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { ApprovalInput } from '#lib/shared/approval-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { dayInWords, effectiveInstant } from './effective-day.ts';
import { requirePlan, requirePlanItself, requirePlanVersion, requireWholePlan } from './plan-access.ts';
import { refuseBroken } from './publish-plan.ts';
import { ruleMembers } from './rule-members.ts';

/** What was asked for and decided, latest first. An open one says whether the draft was edited since. */
export function listApprovals(ctx: Context, planId: string) {
  requireCan(ctx.actor, 'plans.review');
  const plan = requirePlan(store().connection, planId);
  return approvalRows(store().connection, plan.id).map((row) => approvalView(ctx, plan, row));
}

/** What people said about the draft, oldest first. */
export function listPlanComments(ctx: Context, planId: string) {
  requireCan(ctx.actor, 'plans.review');
  const plan = requirePlan(store().connection, planId);
  return commentRows(store().connection, plan.id).map(commentView);
}

/** Says something about the draft; belongs to the approval that is open, if any. */
export async function commentOnPlan(ctx: Context, planId: string, body: string) {
  requireCan(ctx.actor, 'plans.edit');
  const plan = requirePlan(store().connection, planId);
  return write(ctx, (tx) => {
    const approvalId = openApproval(tx.connection, plan.id)?.id ?? null;
    const comment = { planId: plan.id, approvalId, body, userId: ctx.actor.userId, now: ctx.now };
    const id = insertComment(tx.connection, comment);
    tx.audit({
      action: 'plan.comment',
      entity: 'plan',
      recordId: plan.id,
      summary: `Commented on "${plan.name}".`,
      after: { body },
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return commentView({ id, approvalId, body, by: ctx.actor.name, writtenAt: ctx.now });
  });
}

/**
 * Asks a leader to approve the draft as it stands, with the day on which it is to take over. One that is open already
 * is withdrawn by it. A plan that was changed since it was read is a conflict.
 */
export async function askApproval(
  ctx: Context,
  planId: string,
  input: ApprovalInput,
  readVersion: number | null,
) {
  requireWholePlan(ctx, 'plans.publish');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  requirePlanItself(plan);
  requirePlanVersion(plan, readVersion);
  const effectiveAt = effectiveInstant(connection, input.effectiveOn, ctx.now);
  refuseBroken(plan.id, (await ruleMembers(ctx, plan.id)).issues);
  return write(ctx, (tx) => {
    const now = requirePlan(tx.connection, planId);
    requirePlanVersion(now, plan.version);
    const before = openApproval(tx.connection, plan.id);
    if (before) decide(ctx, tx.connection, before.id, 'withdrawn');
    const id = insertApproval(tx.connection, {
      planId: plan.id,
      planVersion: plan.version,
      note: input.note ?? null,
      effectiveAt,
      userId: ctx.actor.userId,
      now: ctx.now,
    });
    tx.audit({
      action: 'plan.ask_approval',
      entity: 'plan',
      recordId: plan.id,
      summary: `Asked for approval of "${plan.name}", to take over ${effectiveAt === null ? 'at once' : `on ${dayInWords(tx.connection, effectiveAt)}`}.`,
      after: { planVersion: plan.version, effectiveAt },
      reason: input.note ?? null,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return approvalView(ctx, now, requireApproval(tx.connection, now, toPublicId('approval', id)));
  });
}

/** Takes an open question back: who asked, or who may approve. */
export async function withdrawApproval(ctx: Context, planId: string, approvalId: string): Promise<void> {
  requireWholePlan(ctx, 'plans.publish');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const approval = requireOpen(requireApproval(tx.connection, plan, approvalId));
    if (approval.askedByUserId !== ctx.actor.userId) requireWholePlan(ctx, 'plans.approve');
    decide(ctx, tx.connection, approval.id, 'withdrawn');
    tx.audit({
      action: 'plan.withdraw_approval',
      entity: 'plan',
      recordId: plan.id,
      summary: `Took back the question for approval of "${plan.name}".`,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

/** The approval that waits for an answer, or null. */
export function openApproval(connection: Connection, planId: number): ApprovalRow | null {
  return approvalRows(connection, planId).find((row) => row.status === 'open') ?? null;
}

/** An approval of this plan. Throws `not_found`. */
export function requireApproval(connection: Connection, plan: PlanRow, id: string): ApprovalRow {
  const rowId = toRowId('approval', id);
  const found = approvalRows(connection, plan.id).find((row) => row.id === rowId);
  if (!found) throw appError('not_found', `"${plan.name}" has no approval "${id}".`);
  return found;
}

/** Throws `conflict` for one that was decided already. */
export function requireOpen(approval: ApprovalRow): ApprovalRow {
  if (approval.status === 'open') return approval;
  const by = approval.decidedBy === null ? '' : ` by ${approval.decidedBy}`;
  throw appError('conflict', `This approval was ${approval.status} already${by}.`);
}

/** Writes down who decided what, and when. */
export function decide(
  ctx: Context,
  connection: Connection,
  id: number,
  status: 'approved' | 'returned' | 'withdrawn',
): void {
  decideApproval(connection, id, { status, userId: ctx.actor.userId, now: ctx.now });
}

function approvalView(ctx: Context, plan: PlanRow, row: ApprovalRow) {
  const { id, planId: _plan, askedByUserId, ...rest } = row;
  return {
    id: toPublicId('approval', id),
    ...rest,
    isOwn: askedByUserId !== null && askedByUserId === ctx.actor.userId,
    isStale: row.status === 'open' && row.planVersion !== plan.version,
  };
}

function commentView(row: {
  id: number;
  approvalId: number | null;
  body: string;
  by: string | null;
  writtenAt: number;
}) {
  return {
    ...row,
    id: toPublicId('comment', row.id),
    approvalId: row.approvalId === null ? null : toPublicId('approval', row.approvalId),
  };
}
