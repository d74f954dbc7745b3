import type { Metadata } from 'next';
import { CapacityPage } from '#components/capacity/capacity-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { capacityOfPlan } from '#lib/services/capacity/of-plan.ts';
import { planHead } from '#lib/services/plans/planner-page.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { capacityQuery } from '#lib/shared/capacity-shapes.ts';

export const metadata: Metadata = { title: 'Capacity' };

export default async function Page({ searchParams }: PageProps<'/territories/capacity'>) {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const asked = capacityQuery.safeParse(await searchParams);
  const view = await orNotFound(() =>
    capacityOfPlan(ctx, asked.success ? asked.data : capacityQuery.parse({})),
  );
  const planId = asked.success ? asked.data.plan : undefined;
  const plan = planId === undefined ? null : await orNotFound(() => planHead(ctx, planId));
  const { timeZone } = getSettings(ctx).settings;
  return (
    <CapacityPage
      view={view}
      plan={plan}
      now={ctx.now}
      timeZone={timeZone}
      refusal={planRights(ctx.actor).noReps}
    />
  );
}
