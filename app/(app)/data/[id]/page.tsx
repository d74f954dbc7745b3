import type { Metadata } from 'next';
import { ImportPage } from '#components/imports/import-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { getImport } from '#lib/services/imports/get.ts';
import { listImportFields } from '#lib/services/imports/list-fields.ts';
import { importRight } from '#lib/services/imports/may-import.ts';

export const metadata: Metadata = { title: 'Import' };

/** One import: mapping, dry run, progress, summary. */
export default async function ImportDetailPage({ params }: PageProps<'/data/[id]'>) {
  const [{ id }, ctx] = await Promise.all([params, pageContext()]);
  if (importRight(ctx.actor) === null) return <NoAccess role={ctx.actor.role} action="imports.run" />;
  const detail = await orNotFound(() => getImport(ctx, id));
  return <ImportPage key={id} initial={detail} fields={listImportFields(ctx)} />;
}
