import type { Metadata } from 'next';
import { PeoplePage } from '#components/settings/people-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { listPeople, repsToLink } from '#lib/services/users/list.ts';
import { toPublicId } from '#lib/shared/ids.ts';

export const metadata: Metadata = { title: 'People' };

export default async function Page() {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'users.manage')) return <NoAccess role={ctx.actor.role} action="users.manage" />;
  const ownId = toPublicId('user', ctx.actor.userId ?? 0);
  return <PeoplePage people={listPeople(ctx).items} reps={repsToLink(ctx)} ownId={ownId} now={ctx.now} />;
}
