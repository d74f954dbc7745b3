import type { ReactNode } from 'react';
import { SettingsTabs } from '#components/settings/settings-tabs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { hasDemoData } from '#lib/services/demo-removal/has-demo-data.ts';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Settings" />
      <SettingsTabs role={ctx.actor.role} hasDemo={hasDemoData(ctx)} />
      {children}
    </div>
  );
}
