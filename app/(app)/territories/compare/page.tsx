import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ComparePage } from '#components/scenarios/compare-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { currentPlanHead } from '#lib/services/plans/planner-page.ts';
import { compareChoices, reviewComparison } from '#lib/services/scenarios/compare-page.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Compare plans' };

export default async function Page({ searchParams }: PageProps<'/territories/compare'>) {
  const [ctx, asked] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const plan = currentPlanHead(ctx);
  if (!plan) redirect('/territories');
  const { currency } = getSettings(ctx).settings;
  const found = await reviewComparison(ctx, asked);
  const planId = found.ok ? found.value.plan.id : plan.id;
  return (
    <ComparePage
      planId={planId}
      comparison={found.ok ? found.value : null}
      problem={found.ok ? null : found.error}
      choices={compareChoices(ctx, planId)}
      currency={currency}
      seesVersions={can(ctx.actor, 'plans.review')}
    />
  );
}
