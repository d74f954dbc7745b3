import type { Metadata } from 'next';
import { NoAccess } from '#components/settings/no-access.tsx';
import { TokensPage } from '#components/settings/tokens-page.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { listTokens } from '#lib/services/tokens/list.ts';

export const metadata: Metadata = { title: 'API tokens' };

export default async function Page() {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'tokens.own')) return <NoAccess role={ctx.actor.role} action="tokens.own" />;
  return (
    <TokensPage
      tokens={listTokens(ctx).items}
      role={ctx.actor.role}
      timeZone={getSettings(ctx).settings.timeZone}
      now={ctx.now}
    />
  );
}
