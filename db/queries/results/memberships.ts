import 'server-only';
import type { Connection } from '../../client.ts';

/** One stay of an account in a segment, epoch ms, `toAt` null = still. */
export type Stay = { segmentId: number; fromAt: number; toAt: number | null };

/** A segment that results can be compared by. `knownFrom` = since when its members are known, null = never published. */
export type ComparedSegment = { id: number; name: string; knownFrom: number | null };

/** Account segments by row id, with since when their membership is known; unknown ids and contact segments are missing. */
export function comparedSegments(connection: Connection, ids: readonly number[]): ComparedSegment[] {
  return connection
    .prepare<[string], ComparedSegment>(
      `SELECT s.id, s.name, coalesce(
         min((SELECT min(v.published_at) FROM segment_versions v WHERE v.segment_id = s.id),
             (SELECT min(m.from_at) FROM segment_members m WHERE m.segment_id = s.id)),
         (SELECT min(v.published_at) FROM segment_versions v WHERE v.segment_id = s.id),
         (SELECT min(m.from_at) FROM segment_members m WHERE m.segment_id = s.id)) AS knownFrom
       FROM segments s WHERE s.entity = 'account' AND s.archived_at IS NULL
         AND s.id IN (SELECT value FROM json_each(?)) ORDER BY s.name_folded`,
    )
    .all(JSON.stringify(ids));
}

/** Row ids of all published account segments. */
export function publishedSegmentIds(connection: Connection): number[] {
  return connection
    .prepare<[], number>(
      `SELECT id FROM segments WHERE entity = 'account' AND status = 'published' AND archived_at IS NULL
       ORDER BY name_folded`,
    )
    .pluck()
    .all();
}

/**
 * The stays of accounts in these segments that began by `asOf`, by account. With `at`, only those that hold that
 * instant.
 */
export function membershipStays(
  connection: Connection,
  segmentIds: readonly number[],
  asOf: number,
  at: number | null,
): Map<number, Stay[]> {
  const rows = connection
    .prepare<unknown[], [number, number, number, number | null]>(
      `SELECT m.record_id, m.segment_id, m.from_at, m.to_at FROM segment_members m
       WHERE m.segment_id IN (SELECT value FROM json_each(?)) AND m.from_at <= ?
         ${at === null ? '' : `AND m.from_at <= ${at} AND (m.to_at IS NULL OR m.to_at > ${at})`}`,
    )
    .raw()
    .all(JSON.stringify(segmentIds), asOf);
  const stays = new Map<number, Stay[]>();
  for (const [accountId, segmentId, fromAt, toAt] of rows) {
    const stay = { segmentId, fromAt, toAt };
    const known = stays.get(accountId);
    if (known) known.push(stay);
    else stays.set(accountId, [stay]);
  }
  return stays;
}
