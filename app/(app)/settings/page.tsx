import type { Metadata } from 'next';
import { WorkspaceForm } from '#components/settings/workspace-form.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { settingsChoices } from '#lib/services/settings/choices.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Workspace settings' };

export default async function WorkspacePage() {
  const ctx = await pageContext();
  const view = getSettings(ctx);
  return (
    <WorkspaceForm
      key={view.version}
      view={view}
      choices={settingsChoices(ctx)}
      mayEdit={can(ctx.actor, 'settings.edit')}
    />
  );
}
