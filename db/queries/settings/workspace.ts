import 'server-only';
import { type WorkspaceSettings, workspaceSettingsSchema } from '#lib/shared/workspace-settings.ts';
import type { Connection } from '../../client.ts';

export type Workspace = { name: string; version: number; settings: WorkspaceSettings };

type Row = { name: string; version: number; settings: string };

/** The workspace, or null before set-up. */
export function findWorkspace(connection: Connection): Workspace | null {
  const row = connection.prepare<[], Row>('SELECT name, version, settings FROM workspace WHERE id = 1').get();
  return row
    ? {
        name: row.name,
        version: row.version,
        settings: workspaceSettingsSchema.parse(JSON.parse(row.settings)),
      }
    : null;
}

/** The workspace's settings; the defaults before set-up. */
export function workspaceSettings(connection: Connection): WorkspaceSettings {
  return findWorkspace(connection)?.settings ?? workspaceSettingsSchema.parse({});
}
