import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import { insertVersion } from '#db/queries/segments/version-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { digest as digestOf } from '#lib/rules/digest.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { getSegment } from './get.ts';
import { refreshSegmentLater } from './refresh.ts';
import { finishedDefinition } from './segment-rules.ts';
import { requireSegment, requireVersion, type SegmentView, storedDraft } from './segment-view.ts';

const REVIEW_DAYS = 90;

/**
 * Publishes the draft as the next immutable version; a job writes its members, until then reads are answered by the
 * rule. Throws `invalid` with a pointer for every muted or unfinished condition, when nothing changed, and on a cycle;
 * `conflict` when `version` (the draft that was reviewed) is not the latest.
 */
export async function publishSegment(
  ctx: Context,
  id: string,
  { note, version }: { note?: string | null | undefined; version?: number | undefined } = {},
): Promise<{ segment: SegmentView; jobId: string }> {
  requireCan(ctx.actor, 'segments.publish');
  const { timeZone } = workspaceSettings(store().connection);
  const jobId = await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (version !== undefined) requireVersion(tx.connection, row, version);
    const definition = finishedDefinition(tx.connection, storedDraft(row), {
      segmentId: id,
      givesTier: row.tierId !== null,
      kind: row.kind,
    });
    const digest = digestOf(definition);
    if (digest === row.digest && row.status === 'published') {
      throw appError(
        'invalid',
        `The rule is the same as version ${row.versionNumber}. There is nothing to publish.`,
      );
    }
    const published = insertVersion(tx.connection, {
      segmentId: row.id,
      definition: JSON.stringify(definition),
      digest,
      note: note ?? null,
      publishedAt: ctx.now,
      publishedByUserId: ctx.actor.userId,
    });
    updateSegment(
      tx.connection,
      row.id,
      {
        status: 'published',
        publishedVersionId: published.id,
        reviewDueOn: dayOfInstant(ctx.now, timeZone) + REVIEW_DAYS,
        retiredAt: null,
      },
      ctx.now,
    );
    tx.audit({
      action: 'segment.publish',
      entity: 'segment',
      recordId: row.id,
      summary: `Published version ${published.number} of the segment "${row.name}".`,
      before: row.definition === null ? null : { number: row.versionNumber, digest: row.digest },
      after: { number: published.number, digest, definition },
      ...(note ? { reason: note } : {}),
    });
    tx.changed({ entity: 'segment', recordId: row.id, op: 'update' });
    return refreshSegmentLater(tx, row.id, ctx.actor.userId);
  });
  return { segment: getSegment(ctx, id), jobId: toPublicId('job', jobId) };
}
