import { type Connection, store } from '#db/client.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError, isAppError, type Result } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { MOST_COMPARED, type Overlap } from '#lib/shared/overlap-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireSegment } from './segment-view.ts';

/** Segments that can be compared: published ones of one kind of record, up to twenty. Throws `invalid` in words. */
export function requireComparable(connection: Connection, ids: readonly string[]): SegmentRow[] {
  const rows = [...new Set(ids)].map((id) => requireSegment(connection, id));
  if (rows.length > MOST_COMPARED) {
    throw appError('invalid', `Choose ${MOST_COMPARED} segments at most (got ${rows.length}).`);
  }
  for (const row of rows) {
    if (row.publishedVersionId === null) {
      throw appError('invalid', `"${row.name}" was never published, so it has no members to compare.`);
    }
    if (row.entity !== rows[0]?.entity) {
      throw appError('invalid', 'Compare segments of accounts with each other, or segments of contacts.');
    }
  }
  return rows;
}

/** How the stored members of these segments overlap now, within the actor's scope. */
export async function segmentOverlap(ctx: Context, ids: readonly string[]): Promise<Overlap> {
  requireCan(ctx.actor, 'segments.read');
  const rows = requireComparable(store().connection, ids);
  const entity = rows[0]?.entity ?? 'account';
  const segmentIds = rows.map((row) => row.id);
  const combinations =
    rows.length === 0
      ? []
      : await heavyRead('memberOverlaps', { segmentIds, entity, scope: scopeOf(ctx.actor) });
  return {
    entity,
    segments: rows.map(({ id, name, status, freshAt }) => ({
      id: toPublicId('segment', id),
      name,
      status,
      freshAt,
    })),
    intersections: combinations.map(({ mask, count }) => ({
      sets: segmentIds.flatMap((_, at) => ((mask >> at) & 1 ? [at] : [])),
      count,
    })),
    asOf: ctx.now,
  };
}

/** As `segmentOverlap`, with a choice that cannot be compared as a sentence for the page. */
export async function reviewOverlap(ctx: Context, ids: readonly string[]): Promise<Result<Overlap, string>> {
  try {
    return { ok: true, value: await segmentOverlap(ctx, ids) };
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'invalid' && error.code !== 'not_found')) throw error;
    return { ok: false, error: error.message };
  }
}
