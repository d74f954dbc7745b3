import type { Metadata } from 'next';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { Planner } from '#components/territories/planner.tsx';
import { StartPlan } from '#components/territories/start-plan.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { publishFacts } from '#lib/services/plans/publish-facts.ts';
import { plannerPage } from '#lib/services/plans/planner-page.ts';
import { planStartFacts } from '#lib/services/plans/start-plan.ts';

export const metadata: Metadata = { title: 'Territories' };

export default async function Page({ searchParams }: PageProps<'/territories'>) {
  const [ctx, { plan }] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const rights = planRights(ctx.actor);
  const facts = await orNotFound(() => plannerPage(ctx, typeof plan === 'string' ? plan : null));
  if (facts.plan) {
    const publishing = await publishFacts(ctx, facts.plan.id);
    return <Planner {...facts} plan={facts.plan} rights={rights} publishing={publishing} />;
  }
  return (
    <StartPlan
      facts={rights.noRestructure ? null : planStartFacts(ctx)}
      refusal={rights.noRestructure}
      year={new Date(ctx.now).getUTCFullYear() + 1}
    />
  );
}
