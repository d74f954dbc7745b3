import { store } from '#db/client.ts';
import type { DealFacts } from '#db/queries/segments/segment-figures.ts';
import { listSegmentRows, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { tagsBySegment } from '#db/queries/segments/segment-tags.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { winRate } from '#lib/metrics/win-rate.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { sortSegments, type SegmentSort } from './list-order.ts';
import { segmentHead } from './segment-view.ts';

export type SegmentFilter = {
  search?: string | undefined;
  status?: SegmentListItem['status'] | 'review_due' | 'failing' | undefined;
  tierId?: string | undefined;
  ownerUserId?: string | undefined;
  parentId?: string | undefined;
  /** Has all of these tags. */
  tags?: string[] | undefined;
  inTrash?: boolean | undefined;
  sort?: SegmentSort | undefined;
  descending?: boolean | undefined;
};

/** A year in twelve steps. */
const STEP_MS = (365 / 12) * 86_400_000;
const STEPS = 12;
const noDeals: DealFacts = { won: 0, lost: 0, open: 0, openAmount: null, openKnown: 0 };

/** Segments with their size, tier, results and freshness; figures count only accounts within the actor's scope. */
export async function listSegments(ctx: Context, filter: SegmentFilter = {}): Promise<SegmentListItem[]> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const scope = scopeOf(ctx.actor);
  const today = dayOfInstant(ctx.now, workspaceSettings(connection).timeZone);
  const edges = Array.from({ length: STEPS + 1 }, (_, step) =>
    Math.round(ctx.now - (STEPS - step) * STEP_MS),
  );
  const { members, deals, trends } = await heavyRead('segmentFigures', { scope, edges });
  const rows = listSegmentRows(connection, { inTrash: filter.inTrash ?? false });
  const tags = tagsBySegment(connection);
  const children = Map.groupBy(rows, (row) => row.parentId);
  const items = rows.map((row) => toItem(row));
  return sortSegments(
    items.filter((item) => isWanted(item, filter)),
    filter.sort ?? 'name',
    filter.descending ?? false,
  );

  function toItem(row: SegmentRow): SegmentListItem {
    const { won, lost, open, openAmount } = deals.get(row.id) ?? noDeals;
    return {
      ...segmentHead(connection, row, tags.get(row.id) ?? []),
      versionNumber: row.versionNumber,
      publishedAt: row.publishedAt,
      members: row.publishedVersionId === null ? null : (members.get(row.id) ?? 0),
      trend: row.publishedVersionId === null ? [] : (trends.get(row.id) ?? edges.map(() => 0)),
      children: children.get(row.id)?.length ?? 0,
      won,
      lost,
      winRate: winRate(won, lost),
      openAmount,
      openDeals: open,
      isReviewDue: row.status === 'published' && row.reviewDueOn !== null && row.reviewDueOn <= today,
      isWriting: row.status === 'published' && (row.freshAt ?? 0) < (row.publishedAt ?? 0),
    };
  }
}

function isWanted(item: SegmentListItem, filter: SegmentFilter): boolean {
  if (filter.search && !foldText(item.name).includes(foldText(filter.search))) return false;
  if (filter.tierId && item.tier?.id !== filter.tierId) return false;
  if (filter.ownerUserId && item.owner?.id !== filter.ownerUserId) return false;
  if (filter.parentId && item.parent?.id !== filter.parentId) return false;
  const wanted = (filter.tags ?? []).map(foldText);
  if (!wanted.every((tag) => item.tags.some((own) => foldText(own) === tag))) return false;
  if (filter.status === 'review_due') return item.isReviewDue;
  if (filter.status === 'failing') return item.lastError !== null;
  return filter.status === undefined || item.status === filter.status;
}
