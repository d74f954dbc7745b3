import type { Metadata } from 'next';
import { NoRows } from '#components/accounts/no-rows.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { RepHistoryPage } from '#components/territories/rep-history.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { repHistory } from '#lib/services/plans/rep-history.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { isAppError } from '#lib/shared/errors.ts';

export const metadata: Metadata = { title: 'What came and went' };

/** The history of one rep's or pool's book. */
export default async function Page({ params }: PageProps<'/territories/reps/[id]'>) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const history = await orNotFound(() => {
    try {
      return repHistory(ctx, id);
    } catch (error) {
      if (isAppError(error) && error.code === 'forbidden') return error.message;
      throw error;
    }
  });
  if (typeof history === 'string') {
    return <NoRows title="Not in your team" reason={history} href="/territories/reps" />;
  }
  return <RepHistoryPage history={history} timeZone={getSettings(ctx).settings.timeZone} />;
}
