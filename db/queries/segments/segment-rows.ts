import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Connection } from '../../client.ts';

export type SegmentStatus = 'draft' | 'published' | 'retired';

/** A segment as stored, with what its published version says. Ids are row ids; times epoch ms, days epoch days. */
export type SegmentRow = {
  id: number;
  name: string;
  description: string | null;
  entity: RootEntity;
  kind: 'rule' | 'list';
  status: SegmentStatus;
  parentId: number | null;
  ownerUserId: number | null;
  ownerName: string | null;
  tierId: number | null;
  tierName: string | null;
  tierRank: number | null;
  /** JSON of the Draft. */
  draft: string;
  publishedVersionId: number | null;
  versionNumber: number | null;
  /** JSON of the published Definition. */
  definition: string | null;
  digest: string | null;
  note: string | null;
  memberCount: number | null;
  publishedAt: number | null;
  publishedByName: string | null;
  freshAt: number | null;
  lastError: string | null;
  reviewDueOn: number | null;
  isDemo: number;
  version: number;
  createdAt: number;
  updatedAt: number;
  retiredAt: number | null;
  archivedAt: number | null;
};

const select = `
  SELECT s.id, s.name, s.description, s.entity, s.kind, s.status, s.parent_id AS parentId, s.owner_user_id AS ownerUserId,
    u.name AS ownerName, s.tier_id AS tierId, t.name AS tierName, t.rank AS tierRank, s.draft,
    s.published_version_id AS publishedVersionId, v.number AS versionNumber, v.definition, v.digest, v.note,
    v.member_count AS memberCount, v.published_at AS publishedAt, p.name AS publishedByName,
    s.fresh_at AS freshAt, s.last_error AS lastError, s.review_due_on AS reviewDueOn, s.is_demo AS isDemo,
    s.version, s.created_at AS createdAt, s.updated_at AS updatedAt, s.retired_at AS retiredAt,
    s.archived_at AS archivedAt
  FROM segments s
  LEFT JOIN segment_versions v ON v.id = s.published_version_id
  LEFT JOIN users u ON u.id = s.owner_user_id
  LEFT JOIN users p ON p.id = v.published_by_user_id
  LEFT JOIN tiers t ON t.id = s.tier_id AND t.archived_at IS NULL`;

/** One segment, in the Trash or not, or null. */
export function findSegment(connection: Connection, id: number): SegmentRow | null {
  return connection.prepare<[number], SegmentRow>(`${select} WHERE s.id = ?`).get(id) ?? null;
}

/** All segments by name; those in the Trash only when asked for. */
export function listSegmentRows(connection: Connection, options: { inTrash?: boolean } = {}): SegmentRow[] {
  const where = options.inTrash ? 's.archived_at IS NOT NULL' : 's.archived_at IS NULL';
  return connection.prepare<[], SegmentRow>(`${select} WHERE ${where} ORDER BY s.name_folded, s.id`).all();
}

/** The segments that a refresh evaluates: published, not in the Trash. */
export function listPublishedSegments(connection: Connection): SegmentRow[] {
  return connection
    .prepare<[], SegmentRow>(
      `${select} WHERE s.archived_at IS NULL AND s.status = 'published' AND v.id IS NOT NULL ORDER BY s.id`,
    )
    .all();
}

/** Id of the segment with this folded name that is not in the Trash, or null. */
export function findSegmentByName(connection: Connection, nameFolded: string): number | null {
  const row = connection
    .prepare<[string], { id: number }>(
      'SELECT id FROM segments WHERE name_folded = ? AND archived_at IS NULL',
    )
    .get(nameFolded);
  return row?.id ?? null;
}
