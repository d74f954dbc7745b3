import 'server-only';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Approval } from '#lib/shared/approval-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import type { WaitingView } from '#lib/shared/publish-shapes.ts';
import { needsApproval } from './approval-rule.ts';
import { listApprovals } from './approvals.ts';
import { requirePlan } from './plan-access.ts';
import { planHistory, waitingView } from './plan-versions.ts';

export type PublishFacts = {
  /** Of the version that comes next, as far as this person sees versions. */
  nextNumber: number;
  waiting: WaitingView | null;
  /** The approval that waits for an answer, else the last one that was decided; null before anybody asked. */
  approval: Approval | null;
  /** Whether this person has to ask before a plan is published. */
  needsApproval: boolean;
  /** Whether this person may approve or return. */
  mayApprove: boolean;
  /** Epoch day in the workspace's time zone. */
  todayOn: number;
};

/** What the planner's pages say about publishing: which version waits, what was asked, who may do what. */
export async function publishFacts(ctx: Context, planId: string): Promise<PublishFacts> {
  const { connection } = store();
  // Reps see the plan; what leaders settle before it takes over is theirs.
  const isReviewer = can(ctx.actor, 'plans.review');
  const newest = isReviewer
    ? planHistory(ctx, planId)[0]?.number
    : requirePlan(connection, planId).publishedNumber;
  return {
    nextNumber: (newest ?? 0) + 1,
    waiting: isReviewer ? await waitingView(ctx, planId) : null,
    approval: isReviewer ? (listApprovals(ctx, planId)[0] ?? null) : null,
    needsApproval: needsApproval(ctx, connection),
    mayApprove: can(ctx.actor, 'plans.approve') && scopeOf(ctx.actor).all,
    todayOn: dayOfInstant(ctx.now, workspaceSettings(connection).timeZone),
  };
}
