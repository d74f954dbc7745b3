import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import type { SegmentChange } from '#db/queries/segments/save-segment.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { addTag, removeTag, tagsOf } from '#db/queries/segments/segment-tags.ts';
import { findUserName } from '#db/queries/segments/segment-owner.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshTiersLater } from '#lib/services/tiers/refresh.ts';
import { requireTier, requireTierable } from '#lib/services/tiers/tier-view.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { SavedSegmentInput } from '#lib/shared/segment-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { requireFreeName } from './add-segment.ts';
import { getSegment } from './get.ts';
import { requireParent } from './parent.ts';
import { requireDefinition, requireDraft } from './segment-rules.ts';
import { requireSegment, requireVersion, type SegmentView } from './segment-view.ts';

/** The columns that a save changes, and in words what it was. */
function changeOf(
  tx: Tx,
  row: SegmentRow,
  input: SavedSegmentInput,
): { change: SegmentChange; words: string[] } {
  const change: SegmentChange = {};
  const words: string[] = [];
  if (input.name !== undefined && input.name !== row.name) {
    requireFreeName(tx.connection, input.name, row.id);
    change.name = input.name;
    words.push(`renamed it from "${row.name}"`);
  }
  if (input.description !== undefined && input.description !== row.description) {
    change.description = input.description;
    words.push('changed its description');
  }
  if (input.parentId !== undefined) {
    change.parentId = requireParent(tx.connection, row, input.parentId);
    if (change.parentId !== row.parentId) words.push('changed its parent');
  }
  if (input.ownerUserId !== undefined) {
    change.ownerUserId = requireUser(tx, input.ownerUserId);
    if (change.ownerUserId !== row.ownerUserId) words.push('changed its owner');
  }
  if (input.tierId !== undefined) {
    if (input.tierId !== null) requireTierable(row);
    change.tierId = input.tierId === null ? null : requireTier(tx.connection, input.tierId).id;
    if (change.tierId !== row.tierId) words.push('changed its tier');
  }
  if (input.tags !== undefined && changeTags(tx, row.id, input.tags)) words.push('changed its tags');
  const draft = draftOf(tx, row, input);
  if (draft !== undefined && draft !== row.draft) {
    change.draft = draft;
    words.push('edited its rule');
  }
  return { change, words };
}

/** Makes these the segment's tags; whether that changed anything. */
function changeTags(tx: Tx, segmentId: number, tags: readonly string[]): boolean {
  const wanted = new Set(tags.map(foldText));
  const gone = tagsOf(tx.connection, segmentId).filter((tag) => !wanted.has(foldText(tag)));
  const removed = gone.map((tag) => removeTag(tx.connection, segmentId, tag));
  const added = tags.map((tag) => addTag(tx.connection, segmentId, tag));
  return [...removed, ...added].some(Boolean);
}

function requireUser(tx: Tx, userId: string | null): number | null {
  if (userId === null) return null;
  const rowId = toRowId('user', userId);
  if (findUserName(tx.connection, rowId) === null)
    throw appError('not_found', `There is no user "${userId}".`);
  return rowId;
}

function draftOf(tx: Tx, row: SegmentRow, input: SavedSegmentInput): string | undefined {
  if (input.definition === undefined && input.draft === undefined) return undefined;
  if (row.kind === 'list') {
    throw appError('invalid', `"${row.name}" is a fixed list and has no rule. Change its accounts instead.`);
  }
  if (input.definition !== undefined && input.draft !== undefined) {
    throw appError('invalid', 'Send the rule once: as a definition or as a draft.');
  }
  const draft =
    input.draft === undefined
      ? requireDefinition(tx.connection, input.definition, { where: '/definition' })
      : requireDraft(input.draft);
  if (draft.entity === row.entity || row.publishedVersionId === null) return JSON.stringify(draft);
  throw appError(
    'invalid',
    `"${row.name}" is published over ${row.entity}s, so its rule stays over ${row.entity}s.`,
  );
}

/**
 * Saves a draft: rule, name, description, parent, owner, tier. Throws `conflict` with the stored segment when
 * `readVersion` is not the latest. What is published stays as it is until the next publish, the tier aside.
 */
export async function saveDraft(
  ctx: Context,
  id: string,
  input: SavedSegmentInput,
  readVersion: number,
): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.edit');
  if (input.tierId !== undefined) requireCan(ctx.actor, 'tiers.edit');
  requireSegment(store().connection, id);
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    requireVersion(tx.connection, row, readVersion);
    const { change, words } = changeOf(tx, row, input);
    if (words.length === 0) return;
    const entity = change.draft
      ? (JSON.parse(change.draft) as { entity: SegmentRow['entity'] }).entity
      : row.entity;
    updateSegment(tx.connection, row.id, entity === row.entity ? change : { ...change, entity }, ctx.now);
    tx.audit({
      action: 'segment.save',
      entity: 'segment',
      recordId: row.id,
      summary: `Edited the segment "${change.name ?? row.name}": ${words.join(', ')}.`,
      before: beforeOf(row, change),
      after: change,
    });
    // Rules read names and tiers of segments, never drafts: saving one leaves every evaluator's cache as it is.
    const isRead = change.name !== undefined || change.tierId !== undefined || entity !== row.entity;
    tx.changed({ entity: isRead ? 'segment' : 'segmentDraft', recordId: row.id, op: 'update' });
    if (change.tierId !== undefined && change.tierId !== row.tierId) refreshTiersLater(tx);
  });
  return getSegment(ctx, id);
}

function beforeOf(row: SegmentRow, change: SegmentChange): Record<string, unknown> {
  return Object.fromEntries(Object.keys(change).map((key) => [key, row[key as keyof SegmentRow]]));
}
