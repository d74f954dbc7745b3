import { store } from '#db/client.ts';
import { firstTerms } from '#db/queries/catalog/known-values.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { packCatalog, type PackedCatalog } from '#lib/rules/packed-catalog.ts';
import { KNOWN_VALUES_PER_FIELD } from '#lib/shared/known-values.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';

/** What a rule editor in the browser needs to know of the workspace. */
export type RuleFacts = {
  catalog: PackedCatalog;
  /** Values that the data hold, by `entity.key`; long lists are cut, the pickers ask for the rest. */
  knownValues: Record<string, string[]>;
  settings: WorkspaceSettings;
  now: number;
};

/** Catalog, value lists and calendar for `components/rule-builder`. */
export function ruleFacts(ctx: Context): RuleFacts {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  return {
    catalog: packCatalog(loadCatalog(connection)),
    knownValues: firstTerms(connection, KNOWN_VALUES_PER_FIELD),
    settings: workspaceSettings(connection),
    now: ctx.now,
  };
}
