import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { rulesHolding } from '#db/queries/segments/references.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { listViewRows } from '#db/queries/views/view-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { referencesOf } from '#lib/rules/find-cycle.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { SegmentUse } from '#lib/shared/segment-shapes.ts';
import { requireSegment } from './segment-view.ts';

/** What asks about a segment: other segments' rules (draft or published), territory rules, the TAM in Settings. */
export function findUses(connection: Connection, segmentId: string): SegmentUse[] {
  const rowId = toRowId('segment', segmentId);
  const inRules = rulesHolding(connection, segmentId)
    .filter((rule) => !(rule.kind === 'segment' && rule.id === rowId))
    .filter((rule) =>
      rule.rules.some((text) => referencesOf(JSON.parse(text) as SegmentDefinition).includes(segmentId)),
    )
    .map(({ kind, id, name }) => ({ kind, id: toPublicId(kind, id), name }));
  const isTam = workspaceSettings(connection).tamSegmentId === segmentId;
  return isTam ? [...inRules, { kind: 'setting', id: 'tam', name: 'TAM in Settings' }] : inRules;
}

/** Names of what uses a segment, as they stand in a sentence; the first five and how many more. */
export function namesOfUses(uses: readonly SegmentUse[]): string {
  const named = uses.slice(0, 5).map((use) => `"${use.name}"`);
  const more = uses.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Saved views that the actor may see and that are filtered by the segment. */
function viewsWith(ctx: Context, connection: Connection, segmentId: string): SegmentUse[] {
  const asWord = new RegExp(`\\b${segmentId}\\b`);
  return listViewRows(connection, ctx.actor.userId, null)
    .filter((view) => asWord.test(view.state))
    .map((view) => ({ kind: 'view', id: toPublicId('view', view.id), name: view.name, page: view.page }));
}

/** Where a segment is used: rules, territories, Settings, the tier that it gives, saved views. Throws `not_found`. */
export function whereUsed(ctx: Context, id: string): SegmentUse[] {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id, { inTrash: true });
  const tier: SegmentUse[] =
    row.tierId === null || row.tierName === null
      ? []
      : [{ kind: 'tier', id: toPublicId('tier', row.tierId), name: row.tierName }];
  return [...findUses(connection, id), ...tier, ...viewsWith(ctx, connection, id)];
}
