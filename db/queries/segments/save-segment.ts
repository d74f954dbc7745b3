import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import type { SegmentStatus } from './segment-rows.ts';

export type NewSegment = {
  name: string;
  description: string | null;
  entity: RootEntity;
  /** Default: a rule. */
  kind?: 'rule' | 'list';
  parentId: number | null;
  ownerUserId: number | null;
  tierId: number | null;
  /** JSON of the Draft. */
  draft: string;
};

/** Inserts a draft and returns its row id. `now` is epoch ms. */
export function insertSegment(connection: Connection, segment: NewSegment, now: number): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO segments (name, name_folded, description, entity, kind, status, parent_id, owner_user_id, tier_id, draft,
         created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      segment.name,
      foldText(segment.name),
      segment.description,
      segment.entity,
      segment.kind ?? 'rule',
      segment.parentId,
      segment.ownerUserId,
      segment.tierId,
      segment.draft,
      now,
      now,
    );
  return Number(lastInsertRowid);
}

export type SegmentChange = {
  name?: string;
  entity?: RootEntity;
  description?: string | null;
  parentId?: number | null;
  ownerUserId?: number | null;
  tierId?: number | null;
  draft?: string;
  status?: SegmentStatus;
  publishedVersionId?: number | null;
  reviewDueOn?: number | null;
  retiredAt?: number | null;
  archivedAt?: number | null;
};

const columns: Record<keyof SegmentChange, string> = {
  name: 'name',
  entity: 'entity',
  description: 'description',
  parentId: 'parent_id',
  ownerUserId: 'owner_user_id',
  tierId: 'tier_id',
  draft: 'draft',
  status: 'status',
  publishedVersionId: 'published_version_id',
  reviewDueOn: 'review_due_on',
  retiredAt: 'retired_at',
  archivedAt: 'archived_at',
};

/** Sets the given columns and counts the segment's version up. */
export function updateSegment(connection: Connection, id: number, change: SegmentChange, now: number): void {
  const entries = Object.entries(change).map(
    ([key, value]) => [columns[key as keyof SegmentChange], value] as const,
  );
  if (change.name !== undefined) entries.push(['name_folded', foldText(change.name)]);
  const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
  connection
    .prepare(
      `UPDATE segments SET ${assignments}${entries.length > 0 ? ', ' : ''}version = version + 1, updated_at = ?
       WHERE id = ?`,
    )
    .run(...entries.map(([, value]) => value), now, id);
}

/** Says how fresh a segment's membership is, without touching the version that editors hold. */
export function markRefreshed(
  connection: Connection,
  id: number,
  outcome: { freshAt: number; memberCount: number } | { lastError: string },
): void {
  if ('lastError' in outcome) {
    connection.prepare('UPDATE segments SET last_error = ? WHERE id = ?').run(outcome.lastError, id);
    return;
  }
  connection
    .prepare('UPDATE segments SET fresh_at = ?, last_error = NULL WHERE id = ?')
    .run(outcome.freshAt, id);
  connection
    .prepare(
      `UPDATE segment_versions SET member_count = ?
       WHERE id = (SELECT published_version_id FROM segments WHERE id = ?) AND member_count IS NULL`,
    )
    .run(outcome.memberCount, id);
}

/** Notes that the membership of these segments is true as of `freshAt` (epoch ms). */
export function markFresh(connection: Connection, ids: readonly number[], freshAt: number): void {
  connection
    .prepare('UPDATE segments SET fresh_at = ? WHERE id IN (SELECT value FROM json_each(?))')
    .run(freshAt, JSON.stringify(ids));
}
