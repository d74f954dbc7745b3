import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { PlanReview } from '#components/territories/plan-review.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { publishFacts } from '#lib/services/plans/publish-facts.ts';
import { plannerPage } from '#lib/services/plans/planner-page.ts';

export const metadata: Metadata = { title: 'Review the plan' };

export default async function Page({ searchParams }: PageProps<'/territories/review'>) {
  const [ctx, { plan }] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.review')) return <NoAccess role={ctx.actor.role} action="plans.review" />;
  const facts = await orNotFound(() => plannerPage(ctx, typeof plan === 'string' ? plan : null));
  if (!facts.plan) redirect('/territories');
  return (
    <PlanReview
      {...facts}
      plan={facts.plan}
      rights={planRights(ctx.actor)}
      publishing={await publishFacts(ctx, facts.plan.id)}
    />
  );
}
