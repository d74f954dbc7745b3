import 'server-only';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import type { Connection } from '../../client.ts';

/** Writes the one workspace row; each save is a new version. */
export function saveWorkspace(
  connection: Connection,
  workspace: { name: string; settings: WorkspaceSettings },
  now: number,
): void {
  connection
    .prepare(
      `INSERT INTO workspace (id, name, settings, version, created_at, updated_at)
       VALUES (1, @name, @settings, 1, @now, @now)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings,
         version = version + 1, updated_at = excluded.updated_at`,
    )
    .run({ name: workspace.name, settings: JSON.stringify(workspace.settings), now });
}
