import { store } from '#db/client.ts';
import { type NewPins, insertPins, pinMembers } from '#db/queries/segments/pin-rows.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatDay } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { NewListInput } from '#lib/shared/pin-shapes.ts';
import { addSegment, requireFreeName } from './add-segment.ts';
import { findRecords } from './find-records.ts';
import { publishSegment } from './publish.ts';
import { requireSegment, type SegmentView } from './segment-view.ts';

const BATCH = 5_000;

/** The rule of a fixed list: nobody, since "any of" nothing is false. Its members are those pinned in. */
export function nobody(entity: RootEntity): SegmentDefinition {
  return { version: 1, entity, root: { id: 'list', kind: 'group', op: 'any', rules: [] } };
}

function requireSource(input: NewListInput): SegmentRow | null {
  if (input.fromSegmentId === undefined) return null;
  const row = requireSegment(store().connection, input.fromSegmentId);
  if (row.publishedVersionId === null) {
    throw appError('invalid', `"${row.name}" was never published, so it has no members to keep.`);
  }
  if (row.status === 'published' && (row.freshAt ?? 0) < (row.publishedAt ?? 0) && row.lastError === null) {
    throw appError('invalid', `The members of "${row.name}" are being written. Try again in a moment.`);
  }
  return row;
}

/**
 * A fixed list: a segment whose members stay until somebody changes them, from pasted lines or from the members of another
 * segment as they are now. It is published at once and used like any segment. Lines that name no account are told.
 */
export async function createList(
  ctx: Context,
  input: NewListInput,
): Promise<{ segment: SegmentView; notFound: string[] }> {
  requireCan(ctx.actor, 'segments.publish');
  const { connection } = store();
  if ((input.records === undefined) === (input.fromSegmentId === undefined)) {
    throw appError('invalid', 'Make the list from pasted lines or from a segment: one of the two.');
  }
  requireFreeName(connection, input.name, null);
  const source = requireSource(input);
  const entity = source?.entity ?? 'account';
  const { rowIds, notFound } = findRecords(connection, entity, input.records ?? []);
  if (!source && rowIds.length === 0) {
    const message = 'None of these lines names an account here. Paste web domains or ids, one a line.';
    throw appError('invalid', message, { issues: [{ path: '/records', code: 'not_found', message }] });
  }
  const today = formatDay(dayOfInstant(ctx.now, workspaceSettings(connection).timeZone));
  const reason = source ? `In ${source.name} on ${today}` : `In the list pasted on ${today}`;
  const segmentId = await write(ctx, (tx) =>
    addSegment(
      tx,
      {
        ...{ name: input.name, description: input.description ?? null, entity, kind: 'list' },
        ...{ parentId: null, ownerUserId: ctx.actor.userId, tierId: null },
        draft: JSON.stringify(nobody(entity)),
      },
      ctx.now,
    ),
  );
  const pins: NewPins = {
    ...{ segmentId, side: 'in', reason, at: ctx.now, expiresAt: null, userId: ctx.actor.userId },
  };
  // Small writes, so that others get their turn; until the last one the list is a draft that nobody reads.
  for (let done = 0; done < rowIds.length; done += BATCH) {
    await write(ctx, (tx) => insertPins(tx.connection, pins, rowIds.slice(done, done + BATCH)));
  }
  for (let last: number | null = source ? 0 : null; source && last !== null; ) {
    const from = { segmentId: source.id, afterRecordId: last, limit: BATCH };
    last = await write(ctx, (tx) => pinMembers(tx.connection, pins, from));
  }
  const { segment } = await publishSegment(ctx, toPublicId('segment', segmentId), { note: reason });
  return { segment, notFound };
}
