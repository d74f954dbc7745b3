import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { touchPlan, touchPlanOnly, updatePlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import type { PlanChange } from '#lib/shared/plan-settings-shapes.ts';
import { requirePlan, requirePlanVersion, requireWholePlan } from './plan-access.ts';

/**
 * Renames a plan or scenario, sets its period or note, says whether new accounts are placed by themselves, puts a
 * scenario away or brings it back. A stale version is a conflict.
 */
export async function editPlan(
  ctx: Context,
  planId: string,
  change: PlanChange,
  readVersion: number | null,
): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    requirePlanVersion(plan, readVersion);
    const startsOn = dayOf(change.startsOn);
    const endsOn = dayOf(change.endsOn);
    requirePeriod(startsOn ?? plan.startsOn, endsOn ?? plan.endsOn, change);
    requireScenarioSettings(plan, change);
    updatePlan(tx.connection, plan.id, {
      ...change,
      startsOn,
      endsOn,
      archivedAt: change.isArchived === undefined ? undefined : change.isArchived ? ctx.now : null,
    });
    const touch = isAboutWords(change) ? touchPlanOnly : touchPlan;
    touch(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.edit',
      entity: 'plan',
      recordId: plan.id,
      summary: describeEdit(plan, change),
      before: {
        name: plan.name,
        placesNewAccounts: plan.placesNewAccounts === 1,
        startsOn: plan.startsOn,
        endsOn: plan.endsOn,
        note: plan.note,
        isArchived: plan.archivedAt !== null,
      },
      after: change,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

/** Whether only what a plan is called or what is noted about it changes, and nothing about who gets what. */
function isAboutWords({ name: _name, note: _note, ...rest }: PlanChange): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

function dayOf(day: string | null | undefined): number | null | undefined {
  return typeof day === 'string' ? parseIsoDay(day) : day;
}

function requirePeriod(startsOn: number | null, endsOn: number | null, change: PlanChange): void {
  const from = change.startsOn === null ? null : startsOn;
  const to = change.endsOn === null ? null : endsOn;
  if (from === null || to === null || from <= to) return;
  const message = 'The plan ends on or after the day it starts.';
  throw appError('invalid', message, { issues: [{ path: '/endsOn', code: 'period', message }] });
}

function requireScenarioSettings(plan: PlanRow, change: PlanChange): void {
  const isScenario = plan.scenarioOfPlanId !== null;
  if (change.isArchived !== undefined && !isScenario) {
    throw appError('invalid', `"${plan.name}" is the plan itself; only its scenarios can be put away.`);
  }
  if (change.placesNewAccounts !== undefined && isScenario) {
    throw appError('invalid', 'New accounts are placed by the plan itself, not by a scenario of it.');
  }
}

function describeEdit(plan: PlanRow, change: PlanChange): string {
  if (change.isArchived !== undefined) {
    return change.isArchived
      ? `Put the scenario "${plan.name}" away.`
      : `Brought the scenario "${plan.name}" back.`;
  }
  if (change.placesNewAccounts !== undefined) {
    return change.placesNewAccounts
      ? `"${plan.name}" places new accounts by itself from now on.`
      : `"${plan.name}" no longer places new accounts by itself.`;
  }
  if (change.name !== undefined && change.name !== plan.name) {
    return `Renamed the ${plan.scenarioOfPlanId === null ? 'plan' : 'scenario'} "${plan.name}" to "${change.name}".`;
  }
  return `Changed the settings of "${plan.name}".`;
}
