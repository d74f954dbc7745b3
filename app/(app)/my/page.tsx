import type { Metadata } from 'next';
import { MyAccounts } from '#components/my-accounts/my-accounts.tsx';
import { NoList } from '#components/my-accounts/no-list.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { hasAnyAccount } from '#lib/services/accounts/has-any.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { listTiers } from '#lib/services/tiers/list.ts';
import { listWorkReps, myAccounts } from '#lib/services/work/my-accounts.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { pageQuery } from '#lib/shared/page-query.ts';
import { workQuery } from '#lib/shared/work-shapes.ts';

export const metadata: Metadata = { title: 'My accounts' };

/** The list that a rep works from; leaders and RevOps look at other people's with `?rep=`. */
export default async function MyAccountsPage({ searchParams }: PageProps<'/my'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  const asked = pageQuery(workQuery.omit({ cursor: true, limit: true }), query);
  const list = await myAccounts(ctx, { ...asked, limit: 300 }).catch((error: unknown) => {
    if (isAppError(error)) return error.message;
    throw error;
  });
  if (typeof list === 'string') {
    return <NoList reason={list} isAsked={asked.rep !== undefined} next={nextStep(ctx)} />;
  }
  const { settings } = getSettings(ctx);
  return (
    <MyAccounts
      initial={list}
      reps={listWorkReps(ctx)}
      tiers={listTiers(ctx).items.map(({ id, name }) => ({ id, name }))}
      settings={{
        timeZone: settings.timeZone,
        currency: settings.currency,
        isOwn: asked.rep === undefined && ctx.actor.role === 'rep',
        mayShareViews: can(ctx.actor, 'views.share'),
      }}
    />
  );
}

function nextStep(ctx: Context): { href: string; label: string } {
  if (can(ctx.actor, 'imports.run') && !hasAnyAccount(ctx))
    return { href: '/data', label: 'Import accounts' };
  if (can(ctx.actor, 'plans.publish')) return { href: '/territories', label: 'Territories' };
  return { href: '/accounts', label: 'All accounts' };
}
