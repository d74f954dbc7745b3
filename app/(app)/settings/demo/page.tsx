import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { NoAccess } from '#components/settings/no-access.tsx';
import { RemoveDemo } from '#components/settings/remove-demo.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { hasDemoData } from '#lib/services/demo-removal/has-demo-data.ts';
import { realPeople } from '#lib/services/demo-removal/real-people.ts';

export const metadata: Metadata = { title: 'Demo data' };

export default async function DemoPage() {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'demo.remove')) return <NoAccess role={ctx.actor.role} action="demo.remove" />;
  if (!hasDemoData(ctx)) redirect('/settings' as Route);
  return <RemoveDemo realPeople={realPeople(ctx)} />;
}
