import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ScenarioList } from '#components/scenarios/scenario-list.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { currentPlanHead } from '#lib/services/plans/planner-page.ts';
import { listScenarios } from '#lib/services/scenarios/list-scenarios.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Scenarios' };

export default async function Page({ searchParams }: PageProps<'/territories/scenarios'>) {
  const [ctx, asked] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const plan = currentPlanHead(ctx);
  if (!plan) redirect('/territories');
  const { timeZone, currency } = getSettings(ctx).settings;
  const archived = asked.archived === 'true';
  return (
    <ScenarioList
      plan={plan}
      found={await listScenarios(ctx, plan.id, { archived })}
      archived={archived}
      timeZone={timeZone}
      currency={currency}
      seesVersions={can(ctx.actor, 'plans.review')}
      refusal={planRights(ctx.actor).noRestructure}
    />
  );
}
