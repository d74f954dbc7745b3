import { store } from '#db/client.ts';
import type { ChangedRecords } from '#db/queries/segments/changed-records.ts';
import { closeIntervals, openIntervals, openSegmentsOf } from '#db/queries/segments/member-intervals.ts';
import { markFresh } from '#db/queries/segments/save-segment.ts';
import { findSegment, listPublishedSegments, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { type Tx, write } from '#db/write.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import { refreshTiersOf } from '#lib/services/tiers/effective-tiers.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Who comes into one segment and who leaves it, by row id. */
type Moves = { segment: SegmentRow; entered: number[]; left: number[] };

/** What the look at a few records did; `rest` are the segments that have to be evaluated as a whole. */
export type RecordsRefreshed = {
  refreshed: number;
  entered: number;
  left: number;
  tiersChanged: number;
  rest: number[];
};

const isReady = ({ freshAt, publishedAt, lastError, definition }: SegmentRow) =>
  definition !== null && lastError === null && freshAt !== null && freshAt >= (publishedAt ?? 0);

/** The moves of some records of one kind; null without columns. `left` are segments that cannot be asked record by record. */
async function movesOf(
  ctx: Context,
  entity: RootEntity,
  segments: readonly SegmentRow[],
  recordIds: readonly number[],
): Promise<{ moves: Moves[]; rest: SegmentRow[] } | null> {
  const questions = segments.map(({ id, definition }) => ({
    definition: JSON.parse(definition ?? '') as SegmentDefinition,
    segmentId: toPublicId('segment', id),
    asOf: ctx.now,
    now: ctx.now,
    scope: { all: true as const },
  }));
  const found = await evaluator().passes({ questions, recordIds: [...recordIds] });
  if (!found) return null;
  const open = openSegmentsOf(store().connection, recordIds, entity);
  const stored = new Set(open.map(({ recordId, segmentId }) => `${recordId} ${segmentId}`));
  const left = new Set(found.left);
  const passed = new Set(found.passed.flatMap((keys, at) => keys.map((key) => `${recordIds[at]} ${key}`)));
  const moves = segments.flatMap((segment, key) => {
    if (left.has(key)) return [];
    const isStored = (id: number) => stored.has(`${id} ${segment.id}`);
    const isIn = (id: number) => passed.has(`${id} ${key}`);
    return {
      segment,
      entered: recordIds.filter((id) => isIn(id) && !isStored(id)),
      left: recordIds.filter((id) => isStored(id) && !isIn(id)),
    };
  });
  return { moves, rest: segments.filter((_, key) => left.has(key)) };
}

/** Writes the moves of one segment; false when another version of it was published meanwhile. */
function writeMoves(tx: Tx, { segment, entered, left }: Moves, now: number): boolean {
  if (findSegment(tx.connection, segment.id)?.publishedVersionId !== segment.publishedVersionId) return false;
  closeIntervals(tx.connection, segment.id, left, 'data', now);
  openIntervals(tx.connection, segment.id, entered, 'data', now);
  tx.changed({ entity: 'segmentMember', recordId: segment.id, op: 'bulk' });
  return true;
}

/**
 * Asks all published segments of the few records that changed, and writes entries and exits with the cause `data`, then
 * the tiers of these accounts. Safe to run twice. Null where no columns are kept: then whole segments are evaluated.
 */
export async function refreshRecords(
  ctx: Context,
  { accountIds, contactIds }: ChangedRecords,
): Promise<RecordsRefreshed | null> {
  const published = listPublishedSegments(store().connection);
  const ready = published.filter(isReady);
  const rest = published.filter((segment) => !isReady(segment));
  const moves: Moves[] = [];
  for (const [entity, recordIds] of [
    ['account', accountIds],
    ['contact', contactIds],
  ] as const) {
    const segments = ready.filter((segment) => segment.entity === entity);
    const found = await movesOf(ctx, entity, segments, recordIds);
    if (!found) return null;
    moves.push(...found.moves);
    rest.push(...found.rest);
  }
  const moved = moves.filter(({ entered, left }) => entered.length > 0 || left.length > 0);
  const tiersChanged = await write(ctx, (tx) => {
    const isOvertaken = moved.filter((one) => !writeMoves(tx, one, ctx.now)).map(({ segment }) => segment.id);
    const fresh = moves.map(({ segment }) => segment.id).filter((id) => !isOvertaken.includes(id));
    markFresh(tx.connection, fresh, ctx.now);
    tx.changed({ entity: 'segmentRefresh', recordId: null, op: 'bulk' });
    const { ended, begun } = refreshTiersOf(tx, accountIds, ctx.now);
    const retiered = new Set([...ended, ...begun.map(({ accountId }) => accountId)]);
    for (const id of retiered) {
      tx.changed({ entity: 'account', recordId: id, accountId: id, op: 'update' });
    }
    return retiered.size;
  });
  return {
    refreshed: moves.length,
    entered: moved.reduce((sum, { entered }) => sum + entered.length, 0),
    left: moved.reduce((sum, { left }) => sum + left.length, 0),
    tiersChanged,
    rest: rest.map(({ id }) => id),
  };
}
