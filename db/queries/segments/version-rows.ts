import 'server-only';
import type { Connection } from '../../client.ts';

/** An immutable published version. `memberCount` = members when they were first written, null until then. */
export type VersionRow = {
  id: number;
  segmentId: number;
  number: number;
  /** JSON of the Definition. */
  definition: string;
  digest: string;
  note: string | null;
  memberCount: number | null;
  publishedAt: number;
  publishedByName: string | null;
};

const select = `
  SELECT v.id, v.segment_id AS segmentId, v.number, v.definition, v.digest, v.note, v.member_count AS memberCount,
    v.published_at AS publishedAt, u.name AS publishedByName
  FROM segment_versions v LEFT JOIN users u ON u.id = v.published_by_user_id`;

/** A segment's versions, newest first. */
export function listVersions(connection: Connection, segmentId: number): VersionRow[] {
  return connection
    .prepare<[number], VersionRow>(`${select} WHERE v.segment_id = ? ORDER BY v.number DESC`)
    .all(segmentId);
}

export function findVersion(connection: Connection, segmentId: number, number: number): VersionRow | null {
  return (
    connection
      .prepare<[number, number], VersionRow>(`${select} WHERE v.segment_id = ? AND v.number = ?`)
      .get(segmentId, number) ?? null
  );
}

/** Adds the next version of a segment; returns its row id and number. */
export function insertVersion(
  connection: Connection,
  version: {
    segmentId: number;
    definition: string;
    digest: string;
    note: string | null;
    publishedAt: number;
    publishedByUserId: number | null;
  },
): { id: number; number: number } {
  const last = connection
    .prepare<[number], { number: number | null }>(
      'SELECT max(number) AS number FROM segment_versions WHERE segment_id = ?',
    )
    .get(version.segmentId);
  const number = (last?.number ?? 0) + 1;
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO segment_versions (segment_id, number, definition, digest, note, published_at, published_by_user_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      version.segmentId,
      number,
      version.definition,
      version.digest,
      version.note,
      version.publishedAt,
      version.publishedByUserId,
    );
  return { id: Number(lastInsertRowid), number };
}
