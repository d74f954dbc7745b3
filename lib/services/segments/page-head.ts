import { store } from '#db/client.ts';
import { countPins } from '#db/queries/segments/pin-rows.ts';
import { countMembersOf } from '#db/queries/segments/segment-figures.ts';
import { listVersions } from '#db/queries/segments/version-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { getSegment } from './get.ts';
import type { SegmentView } from './segment-view.ts';

export type SegmentPageHead = {
  segment: SegmentView;
  /** Within the actor's scope; null before the first publish. */
  members: number | null;
  /** Records pinned in and kept out by hand, within the actor's scope. */
  pins: number;
  versions: number;
  /** When it is evaluated next at the latest, data or no data; null while it is not refreshed. Epoch ms. */
  nextRefreshAt: number | null;
  isReviewDue: boolean;
  isWriting: boolean;
};

/** What every page of a segment shows at its top. */
export function segmentPageHead(ctx: Context, id: string): SegmentPageHead {
  const segment = getSegment(ctx, id);
  const { connection } = store();
  const rowId = toRowId('segment', id);
  const { timeZone } = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, timeZone);
  const asked = { segmentId: rowId, entity: segment.entity, scope: scopeOf(ctx.actor) };
  const pins = countPins(connection, { ...asked, at: ctx.now });
  const isPublished = segment.status === 'published';
  return {
    segment,
    members: segment.published ? countMembersOf(connection, asked) : null,
    pins: pins.in + pins.out,
    versions: listVersions(connection, rowId).length,
    nextRefreshAt: isPublished ? startOfDay(today + 1, timeZone) : null,
    isReviewDue: isPublished && segment.reviewDueOn !== null && segment.reviewDueOn <= today,
    isWriting: isPublished && (segment.freshAt ?? 0) < (segment.published?.publishedAt ?? 0),
  };
}
