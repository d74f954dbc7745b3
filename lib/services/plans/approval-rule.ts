import type { Connection } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { requireWholePlan } from './plan-access.ts';

/** Whether this actor needs a leader's approval before a plan is published. */
export function needsApproval(ctx: Context, connection: Connection): boolean {
  return workspaceSettings(connection).leaderApprovesPlans && !can(ctx.actor, 'plans.approve');
}

/** Throws `forbidden` unless the actor may publish or go back without asking anybody. */
export function requireMayPublish(ctx: Context, connection: Connection): void {
  requireWholePlan(ctx, 'plans.publish');
  if (!needsApproval(ctx, connection)) return;
  throw appError('forbidden', 'A leader approves plans here. Ask for approval instead of publishing.');
}
