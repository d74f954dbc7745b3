import type { Metadata } from 'next';
import { RequestsPage } from '#components/requests/requests-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { requestTakers } from '#lib/services/requests/choices.ts';
import { listRequests } from '#lib/services/requests/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { dayOfInstant } from '#lib/shared/days.ts';

export const metadata: Metadata = { title: 'Requests' };

/** What people ask for about who holds an account. */
export default async function Page({ searchParams }: PageProps<'/territories/requests'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'requests.decide')) return <NoAccess role={ctx.actor.role} action="requests.decide" />;
  const isDecided = query.show === 'decided';
  const { currency, timeZone } = getSettings(ctx).settings;
  const { items } = listRequests(ctx, {
    status: isDecided ? 'decided' : 'open',
    mine: false,
    limit: 200,
  });
  return (
    <RequestsPage
      requests={items}
      isDecided={isDecided}
      facts={{ currency, timeZone, todayOn: dayOfInstant(ctx.now, timeZone), holders: requestTakers(ctx) }}
    />
  );
}
