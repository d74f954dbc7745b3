import { type Connection, store } from '#db/client.ts';
import {
  countPins,
  endPins,
  insertPins,
  listPinRows,
  type PinSide,
  pinsOfRecords,
} from '#db/queries/segments/pin-rows.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, formatIsoDay, startOfDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount } from '#lib/shared/format.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import type { HeldPin, PinInput, PinList, PinOutcome, UnpinOutcome } from '#lib/shared/pin-shapes.ts';
import { findRecords } from './find-records.ts';
import { refreshSegmentLater } from './refresh.ts';
import { requireSegment } from './segment-view.ts';

/** Ids that an audit entry names; the count is always told. */
const NAMED = 500;

/** When a pin whose last day is this one ceases to hold; throws `invalid` for a day that is over. */
function expiryOf(ctx: Context, connection: Connection, expiresOn: number | null | undefined): number | null {
  if (expiresOn === null || expiresOn === undefined) return null;
  const { timeZone } = workspaceSettings(connection);
  if (expiresOn < dayOfInstant(ctx.now, timeZone)) {
    const message = `${formatIsoDay(expiresOn)} is over. Choose today or a later day, or no day.`;
    throw appError('invalid', message, { issues: [{ path: '/expiresOn', code: 'past_day', message }] });
  }
  return startOfDay(expiresOn + 1, timeZone);
}

function noteChange(tx: Tx, ctx: Context, row: SegmentRow): void {
  tx.changed({ entity: 'segment', recordId: row.id, op: 'update' });
  if (row.status === 'published') refreshSegmentLater(tx, row.id, ctx.actor.userId, 'pin');
}

/** The last day of a pin that ceases to hold at an instant. */
const lastDayOf = (expiresAt: number | null, timeZone: string) =>
  expiresAt === null ? null : dayOfInstant(expiresAt - 1, timeZone);

/** The pins of these records that hold now, as they would be put back. */
function heldPins(tx: Tx, ctx: Context, row: SegmentRow, rowIds: readonly number[]): HeldPin[] {
  const { timeZone } = workspaceSettings(tx.connection);
  const held = pinsOfRecords(tx.connection, { segmentId: row.id, at: ctx.now }, rowIds);
  return held.map(({ recordId, expiresAt, ...pin }) => ({
    ...pin,
    recordId: toPublicId(row.entity, recordId),
    expiresOn: lastDayOf(expiresAt, timeZone),
  }));
}

const sideWords: Record<PinSide, string> = { in: 'into', out: 'out of' };

/**
 * Puts records into a segment by hand, or keeps them out, whatever its rule says; it takes effect at once and for all who
 * ask about the segment. Lines that name no record are told and left out. Throws `invalid` when none does.
 */
export async function pinRecords(ctx: Context, id: string, input: PinInput): Promise<PinOutcome> {
  requireCan(ctx.actor, 'segments.publish');
  const { connection } = store();
  const expiresAt = expiryOf(ctx, connection, input.expiresOn);
  const { rowIds, notFound } = findRecords(connection, requireSegment(connection, id).entity, input.records);
  if (rowIds.length === 0) {
    const message =
      'None of these lines names a record here. Use a web domain, a CRM id or an id of this product.';
    throw appError('invalid', message, { issues: [{ path: '/records', code: 'not_found', message }] });
  }
  return write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    const { side, reason } = input;
    const replaced = heldPins(tx, ctx, row, rowIds);
    insertPins(
      tx.connection,
      { segmentId: row.id, side, reason, at: ctx.now, expiresAt, userId: ctx.actor.userId },
      rowIds,
    );
    tx.audit({
      action: 'segment.pin',
      entity: 'segment',
      recordId: row.id,
      summary: `Pinned ${formatCount(rowIds.length, row.entity)} ${sideWords[side]} the segment "${row.name}"${
        input.expiresOn === null || input.expiresOn === undefined
          ? ''
          : ` until ${formatIsoDay(input.expiresOn)}`
      }.`,
      after: {
        side,
        recordIds: rowIds.slice(0, NAMED).map((rowId) => toPublicId(row.entity, rowId)),
        expiresAt,
      },
      reason,
    });
    noteChange(tx, ctx, row);
    const recordIds = rowIds.map((rowId) => toPublicId(row.entity, rowId));
    return { pinned: rowIds.length, recordIds, replaced, notFound };
  });
}

/** Takes pins away: from now on the rule alone decides. Returns those that held. */
export async function unpinRecords(
  ctx: Context,
  id: string,
  recordIds: readonly string[],
): Promise<UnpinOutcome> {
  requireCan(ctx.actor, 'segments.publish');
  return write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    const rowIds = recordIds.flatMap((recordId) => parsePublicId(row.entity, recordId) ?? []);
    const taken = heldPins(tx, ctx, row, rowIds);
    const count = endPins(tx.connection, { segmentId: row.id, at: ctx.now }, rowIds);
    if (count === 0) return { unpinned: 0, taken };
    tx.audit({
      action: 'segment.unpin',
      entity: 'segment',
      recordId: row.id,
      summary: `Took ${formatCount(count, 'pin')} off the segment "${row.name}".`,
      before: { recordIds: recordIds.slice(0, NAMED) },
    });
    noteChange(tx, ctx, row);
    return { unpinned: count, taken };
  });
}

export type PinQuestion = {
  side?: PinSide | undefined;
  search?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};

/** The pins that hold now within the actor's scope, by name, and how many there are. */
export function listPins(ctx: Context, id: string, question: PinQuestion = {}): PinList {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id, { inTrash: true });
  const { timeZone } = workspaceSettings(connection);
  const limit = question.limit ?? 100;
  const offset = Number(question.cursor ?? 0);
  const asked = { segmentId: row.id, entity: row.entity, scope: scopeOf(ctx.actor), at: ctx.now };
  const rows = listPinRows(connection, {
    ...{ ...asked, side: question.side ?? null, search: question.search ?? '' },
    ...{ limit: limit + 1, offset },
  });
  return {
    items: rows.slice(0, limit).map(({ recordId, name, expiresAt, createdByName, ...pin }) => ({
      ...pin,
      recordId: toPublicId(row.entity, recordId),
      name: name ?? '(no name)',
      expiresOn: lastDayOf(expiresAt, timeZone),
      createdBy: createdByName,
    })),
    nextCursor: rows.length > limit ? String(offset + limit) : null,
    counts: countPins(connection, asked),
  };
}
