import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BalancePage } from '#components/balance/balance-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { planRights } from '#components/territories/plan-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { plannerPage } from '#lib/services/plans/planner-page.ts';

export const metadata: Metadata = { title: 'Balance books' };

export default async function Page({ searchParams }: PageProps<'/territories/balance'>) {
  const [ctx, { plan }] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.edit')) return <NoAccess role={ctx.actor.role} action="plans.edit" />;
  const facts = await orNotFound(() => plannerPage(ctx, typeof plan === 'string' ? plan : null));
  if (!facts.plan) redirect('/territories');
  return <BalancePage {...facts} plan={facts.plan} rights={planRights(ctx.actor)} />;
}
