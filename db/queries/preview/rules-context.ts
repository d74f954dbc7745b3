import 'server-only';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { PinSides } from '#lib/rules/pins.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import type { Connection } from '../../client.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { pinSidesOf } from '../segments/pin-sides.ts';
import { workspaceSettings } from '../settings/workspace.ts';

/** What a definition is resolved with. */
export type RulesContext = {
  catalog: Catalog;
  settings: WorkspaceSettings;
  /** Latest published definitions by public segment id. */
  published: ReadonlyMap<string, SegmentDefinition>;
  /** Which sides a segment has pins of, by public id. */
  pinSides: (segmentId: string) => PinSides | null;
};

function publishedDefinitions(connection: Connection): Map<string, SegmentDefinition> {
  const rows = connection
    .prepare<[], { id: number; definition: string }>(
      `SELECT s.id, v.definition FROM segments s JOIN segment_versions v ON v.id = s.published_version_id
       WHERE s.archived_at IS NULL`,
    )
    .all();
  return new Map(
    rows.map(({ id, definition }) => [
      toPublicId('segment', id),
      JSON.parse(definition) as SegmentDefinition,
    ]),
  );
}

export function loadRulesContext(connection: Connection): RulesContext {
  return {
    catalog: loadCatalog(connection),
    settings: workspaceSettings(connection),
    published: publishedDefinitions(connection),
    pinSides: pinSidesOf(connection),
  };
}
