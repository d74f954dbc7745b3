import type { Metadata } from 'next';
import { ImportList } from '#components/imports/import-list.tsx';
import { UploadBox } from '#components/imports/upload-box.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { listImports, uploadLimit } from '#lib/services/imports/list.ts';
import { importRight } from '#lib/services/imports/may-import.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Data' };

/** Files in: upload one, and see what every earlier one did. */
export default async function DataPage() {
  const ctx = await pageContext();
  if (importRight(ctx.actor) === null) return <NoAccess role={ctx.actor.role} action="imports.run" />;
  const { items } = listImports(ctx, { limit: 200 });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Data" facts="Import files, see what they did, take them back" />
      <UploadBox maxBytes={uploadLimit()} compact={items.length > 0} />
      {items.length > 0 && (
        <div className="flex min-h-0 flex-1 flex-col">
          <SectionHeader title="Imports" className="border-t border-line px-4 pt-1" />
          <ImportList items={items} timeZone={getSettings(ctx).settings.timeZone} />
        </div>
      )}
    </div>
  );
}
