import type { Metadata } from 'next';
import { HoldoversPage } from '#components/holdovers/holdovers-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { listHoldovers } from '#lib/services/holdovers/list.ts';
import { listReps } from '#lib/services/reps/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { holdoverQuery } from '#lib/shared/holdover-shapes.ts';

export const metadata: Metadata = { title: 'Held-over deals' };

export default async function Page({ searchParams }: PageProps<'/territories/holdovers'>) {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const asked = holdoverQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : holdoverQuery.parse({});
  const { timeZone, currency } = getSettings(ctx).settings;
  return (
    <HoldoversPage
      list={listHoldovers(ctx, { ...query, limit: 200, cursor: undefined })}
      filter={{ state: query.state, rep: query.rep ?? null, until: query.until ?? null }}
      reps={listReps(ctx).items.map(({ id, name }) => ({ id, name }))}
      currency={currency}
      todayOn={dayOfInstant(ctx.now, timeZone)}
      mayChange={can(ctx.actor, 'plans.edit')}
    />
  );
}
