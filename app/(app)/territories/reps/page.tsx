import type { Metadata } from 'next';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { RepsPage } from '#components/territories/reps-page.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { currentPlanHead } from '#lib/services/plans/planner-page.ts';
import { importRight } from '#lib/services/imports/may-import.ts';
import { listReps } from '#lib/services/reps/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Reps and pools' };

export default async function Page() {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const { currency } = getSettings(ctx).settings;
  const rights = planRights(ctx.actor);
  const planId = rights.noRestructure === null ? (currentPlanHead(ctx)?.id ?? null) : null;
  return (
    <RepsPage
      reps={listReps(ctx).items}
      refusal={rights.noReps}
      currency={currency}
      planId={planId}
      mayPlan={can(ctx.actor, 'plans.edit')}
      mayImport={importRight(ctx.actor) !== null}
    />
  );
}
