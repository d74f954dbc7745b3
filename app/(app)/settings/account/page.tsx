import type { Metadata } from 'next';
import { OwnAccount } from '#components/settings/own-account.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { roleLabels } from '#lib/permissions/roles.ts';
import { ownAccount } from '#lib/services/session/own-account.ts';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const ctx = await pageContext();
  return <OwnAccount {...ownAccount(ctx)} roleLabel={roleLabels[ctx.actor.role]} />;
}
