import type { Metadata } from 'next';
import { FieldsPage } from '#components/settings/fields-page.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { listCustomFields } from '#lib/services/fields/list-custom.ts';

export const metadata: Metadata = { title: 'Custom fields' };

export default async function Page() {
  const ctx = await pageContext();
  return <FieldsPage fields={listCustomFields(ctx).items} mayEdit={can(ctx.actor, 'fields.manage')} />;
}
