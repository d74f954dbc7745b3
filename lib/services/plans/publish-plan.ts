import { store } from '#db/client.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { territoryHolderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { insertPlanVersion, writeMoves } from '#db/queries/plans/write-publish.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan, requirePlanItself, requirePlanVersion, requireWholePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/**
 * Publishes the draft: freezes it as a version and writes every move as intervals, effective at once. Later data
 * changes nothing by itself; it shows as suggested moves. Refused while a rule cannot be read. A plan that was
 * changed since it was read is a conflict.
 */
export async function publishPlan(
  ctx: Context,
  planId: string,
  input: { note?: string | null | undefined },
  readVersion: number | null,
): Promise<{ number: number; movedAccounts: number }> {
  requireWholePlan(ctx, 'plans.publish');
  const plan = requirePlan(store().connection, planId);
  requirePlanItself(plan);
  requirePlanVersion(plan, readVersion);
  const { members, issues, today } = await ruleMembers(ctx, plan.id);
  refuseBroken(plan.id, issues);
  const moves = await heavyRead('planMoves', { planId: plan.id, members, today, scope: { all: true } });
  return write(ctx, (tx) => {
    const now = requirePlan(tx.connection, planId);
    if (now.version !== plan.version) requirePlanVersion(now, plan.version);
    const version = insertPlanVersion(tx.connection, {
      planId: plan.id,
      snapshot: {
        territories: territoryRows(tx.connection, plan.id),
        holders: territoryHolderRows(tx.connection, plan.id),
      },
      movedAccounts: moves.length,
      note: input.note ?? null,
      at: ctx.now,
      userId: ctx.actor.userId,
    });
    writeMoves(tx.connection, moves, version.id, ctx.now);
    touchPlan(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.publish',
      entity: 'plan',
      recordId: plan.id,
      summary: `Published "${plan.name}" v${version.number}: ${moves.length} accounts change territory or holder.`,
      after: { version: version.number, movedAccounts: moves.length },
      reason: input.note ?? null,
    });
    tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
    refreshSegmentsLater(tx);
    return { number: version.number, movedAccounts: moves.length };
  });
}

function refuseBroken(planId: number, issues: Record<number, string>): void {
  const broken = territoryRows(store().connection, planId).filter((row) => issues[row.id] !== undefined);
  if (broken.length === 0) return;
  throw appError(
    'invalid',
    `Mend the rule of ${broken.map((row) => `"${row.name}"`).join(', ')} before you publish.`,
    {
      issues: broken.map((row) => ({
        path: `/territories/${row.position}`,
        code: 'broken_rule',
        message: `"${row.name}": ${issues[row.id]}`,
      })),
    },
  );
}
