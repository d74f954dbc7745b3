import type { Metadata } from 'next';
import { AuditPage } from '#components/settings/audit-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { auditFilterChoices, listAudit } from '#lib/services/audit/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { auditQuery } from '#lib/shared/audit-shapes.ts';

export const metadata: Metadata = { title: 'Audit' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const ctx = await pageContext();
  if (!can(ctx.actor, 'audit.read')) return <NoAccess role={ctx.actor.role} action="audit.read" />;
  const query = auditQuery.safeParse(await searchParams);
  const page = query.success ? listAudit(ctx, query.data) : { items: [], nextCursor: null };
  return (
    <AuditPage
      first={page}
      choices={auditFilterChoices(ctx)}
      timeZone={getSettings(ctx).settings.timeZone}
      fault={query.success ? null : (query.error.issues[0]?.message ?? 'This address is not valid.')}
    />
  );
}
