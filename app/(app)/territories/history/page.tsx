import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NoAccess } from '#components/settings/no-access.tsx';
import { PlanHistory } from '#components/territories/plan-history.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { publishFacts } from '#lib/services/plans/publish-facts.ts';
import { planHistory } from '#lib/services/plans/plan-versions.ts';
import { currentPlanHead } from '#lib/services/plans/planner-page.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Versions of the plan' };

export default async function Page() {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'plans.review')) return <NoAccess role={ctx.actor.role} action="plans.review" />;
  const plan = currentPlanHead(ctx);
  if (!plan) redirect('/territories');
  const facts = await publishFacts(ctx, plan.id);
  const { timeZone, currency } = getSettings(ctx).settings;
  return (
    <PlanHistory
      plan={plan}
      versions={planHistory(ctx, plan.id)}
      timeZone={timeZone}
      currency={currency}
      refusal={
        planRights(ctx.actor).noPublish ?? (facts.needsApproval ? 'A leader approves plans here.' : null)
      }
    />
  );
}
