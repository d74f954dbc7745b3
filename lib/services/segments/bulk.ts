import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { addTag, removeTag } from '#db/queries/segments/segment-tags.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Action } from '#lib/permissions/roles.ts';
import { assignTierStep } from '#lib/services/tiers/assign-segment.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { BulkOutcome, BulkSegmentsInput } from '#lib/shared/segment-bulk-shapes.ts';
import { restoreStep, retireStep } from './retire.ts';
import { requireSegment } from './segment-view.ts';

const needs: Record<BulkSegmentsInput['action'], Action> = {
  tag: 'segments.edit',
  untag: 'segments.edit',
  retire: 'segments.publish',
  restore: 'segments.publish',
  tier: 'tiers.edit',
};

/** Does the action to one segment; false when it was so already. Throws `invalid` before it has written anything. */
function step(tx: Tx, ctx: Context, row: SegmentRow, input: BulkSegmentsInput): boolean {
  switch (input.action) {
    case 'tag':
      return addTag(tx.connection, row.id, input.tag) && noteTag(tx, row, 'segment.tag', input.tag);
    case 'untag':
      return removeTag(tx.connection, row.id, input.tag) && noteTag(tx, row, 'segment.untag', input.tag);
    case 'retire':
      return retireStep(tx, ctx, row, input.evenIfUsed ?? false);
    case 'restore':
      return restoreStep(tx, ctx, row);
    case 'tier':
      return assignTierStep(tx, ctx, row, input.tierId);
  }
}

function noteTag(tx: Tx, row: SegmentRow, action: string, tag: string): true {
  tx.audit({
    action,
    entity: 'segment',
    recordId: row.id,
    summary:
      action === 'segment.tag'
        ? `Tagged the segment "${row.name}" with "${tag}".`
        : `Took the tag "${tag}" off the segment "${row.name}".`,
    after: { tag },
  });
  tx.changed({ entity: 'segmentDraft', recordId: row.id, op: 'update' });
  return true;
}

/**
 * One action for many segments in one write. What cannot be done for a segment is told by name and leaves the others
 * done; `changed` names those that were not so before, with their tier before, so that it can be taken back.
 */
export async function bulkSegments(ctx: Context, input: BulkSegmentsInput): Promise<BulkOutcome> {
  requireCan(ctx.actor, needs[input.action]);
  return write(ctx, (tx) => {
    const outcome: BulkOutcome = { changed: [], refused: [] };
    for (const id of new Set(input.ids)) {
      const row = requireSegment(tx.connection, id);
      try {
        if (!step(tx, ctx, row, input)) continue;
        const tierId = row.tierId === null ? null : toPublicId('tier', row.tierId);
        outcome.changed.push({ id, name: row.name, tierId });
      } catch (error) {
        if (!isAppError(error) || error.code !== 'invalid') throw error;
        outcome.refused.push({ id, name: row.name, message: error.message });
      }
    }
    return outcome;
  });
}
