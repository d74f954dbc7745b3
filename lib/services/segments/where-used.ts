import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { rulesHolding } from '#db/queries/segments/references.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { referencesOf } from '#lib/rules/find-cycle.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { requireSegment } from './segment-view.ts';

export type SegmentUse = { kind: 'segment' | 'territory' | 'setting'; id: string; name: string };

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

/** Where a segment is used; throws `not_found`. */
export function whereUsed(ctx: Context, id: string): SegmentUse[] {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  requireSegment(connection, id, { inTrash: true });
  return findUses(connection, id);
}
