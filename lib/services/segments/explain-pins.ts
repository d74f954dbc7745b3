import { type Connection, store } from '#db/client.ts';
import { findPin } from '#db/queries/segments/pin-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { pinIds } from '#lib/rules/pins.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { ExplainedRule, Explanation } from '#lib/shared/segment-activity-shapes.ts';
import { requireSegment } from './segment-view.ts';

type Labelled = Pick<ExplainedRule, 'kind' | 'op' | 'label' | 'field'>;

/** How the nodes that pins add round a rule are called; `root` is the id of the rule's own root. */
export function pinLabels(root: string): [string, Labelled][] {
  const ids = pinIds(root);
  return [
    [ids.in, { kind: 'pinned', op: null, label: 'Pinned in', field: null }],
    [ids.out, { kind: 'pinned', op: null, label: 'Kept out', field: null }],
    [ids.either, { kind: 'group', op: 'any', label: 'Pinned in, whatever the rule says', field: null }],
    [ids.both, { kind: 'group', op: 'all', label: 'Kept out, whatever the rule says', field: null }],
  ];
}

/** Who pinned a record, why and until when, as a sentence; null when no pin holds. */
export function pinWords(
  connection: Connection,
  { segmentId, recordRowId, asOf }: { segmentId: string; recordRowId: number; asOf: number },
): string | null {
  const pin = findPin(connection, {
    segmentId: toRowId('segment', segmentId),
    recordId: recordRowId,
    at: asOf,
  });
  if (!pin) return null;
  const { timeZone } = workspaceSettings(connection);
  const by = pin.createdByName ? ` by ${pin.createdByName}` : '';
  const since = ` since ${formatDay(dayOfInstant(pin.fromAt, timeZone))}`;
  const until =
    pin.expiresAt === null ? '' : ` until ${formatDay(dayOfInstant(pin.expiresAt - 1, timeZone))}`;
  return `${pin.side === 'in' ? 'pinned in' : 'kept out'}${by}${since}${until}: ${pin.reason}`;
}

/** The pin of a record in a segment, and whether the person may change it. */
export function pinningOf(
  ctx: Context,
  { segmentId, recordRowId, asOf }: { segmentId: string; recordRowId: number; asOf: number },
): NonNullable<Explanation['pinning']> {
  const { connection } = store();
  const { id, name, entity, kind } = requireSegment(connection, segmentId);
  const pin = findPin(connection, { segmentId: id, recordId: recordRowId, at: asOf });
  return {
    segment: { id: segmentId, name, entity, kind },
    pin: pin && { side: pin.side, reason: pin.reason },
    mayPin: can(ctx.actor, 'segments.publish'),
  };
}

/** The tree without what pins did not decide: most records have none, and then the rule stands as it is written. */
export function withoutIdlePins(node: ExplainedRule): ExplainedRule {
  const children = node.children.filter((child) => !isIdle(child)).map(withoutIdlePins);
  const [only] = children;
  const isFrame = /\+(either|both)$/.test(node.id);
  return isFrame && only && children.length === 1 ? only : { ...node, children };
}

/** A pin that says nothing about this record: it is neither pinned in nor kept out. */
function isIdle({ kind, id, outcome }: ExplainedRule): boolean {
  return kind === 'pinned' && outcome !== id.endsWith('+in');
}
