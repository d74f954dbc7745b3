import type { Connection } from '#db/client.ts';
import { lastActor } from '#db/queries/audit/audit-rows.ts';
import { findSegment, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { tagsOf } from '#db/queries/segments/segment-tags.ts';
import type { Draft } from '#lib/rules/draft.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Segment } from '#lib/shared/segment-shapes.ts';
import { hasUnpublishedChanges } from './unpublished-changes.ts';

/** A segment as verbs return it: as on the wire, with its rules typed. */
export type SegmentView = Omit<Segment, 'draft' | 'published'> & {
  draft: Draft;
  published:
    | (Omit<NonNullable<Segment['published']>, 'definition'> & { definition: SegmentDefinition })
    | null;
};

export function storedDraft(row: Pick<SegmentRow, 'draft'>): Draft {
  return JSON.parse(row.draft) as Draft;
}

/** The published rule of a row, or null before its first publish. */
export function publishedRule(row: Pick<SegmentRow, 'definition'>): SegmentDefinition | null {
  return row.definition === null ? null : (JSON.parse(row.definition) as SegmentDefinition);
}

/** What list and page share about a segment: ids public, references with their names. */
export function segmentHead(
  connection: Connection,
  row: SegmentRow,
  tags: string[] = tagsOf(connection, row.id),
): Omit<SegmentView, 'draft' | 'published'> {
  const parent = row.parentId === null ? null : findSegment(connection, row.parentId);
  return {
    id: toPublicId('segment', row.id),
    name: row.name,
    description: row.description,
    entity: row.entity,
    kind: row.kind,
    tags,
    status: row.status,
    parent: parent && { id: toPublicId('segment', parent.id), name: parent.name },
    owner:
      row.ownerUserId === null
        ? null
        : { id: toPublicId('user', row.ownerUserId), name: row.ownerName ?? '' },
    tier:
      row.tierId === null || row.tierName === null
        ? null
        : { id: toPublicId('tier', row.tierId), name: row.tierName, rank: row.tierRank ?? 0 },
    hasUnpublishedChanges: hasUnpublishedChanges(row),
    freshAt: row.freshAt,
    lastError: row.lastError,
    reviewDueOn: row.reviewDueOn,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    retiredAt: row.retiredAt,
    archivedAt: row.archivedAt,
  };
}

export function segmentView(connection: Connection, row: SegmentRow): SegmentView {
  const definition = publishedRule(row);
  return {
    ...segmentHead(connection, row),
    draft: storedDraft(row),
    published: definition && {
      number: row.versionNumber ?? 0,
      definition,
      digest: row.digest ?? '',
      note: row.note,
      memberCount: row.memberCount,
      publishedAt: row.publishedAt ?? 0,
      publishedBy: row.publishedByName,
    },
  };
}

/** The segment with this public id; throws `not_found`, also for one in the Trash unless asked for. */
export function requireSegment(
  connection: Connection,
  publicId: string,
  options: { inTrash?: boolean } = {},
): SegmentRow {
  const row = findSegment(connection, toRowId('segment', publicId));
  if (!row) throw appError('not_found', `There is no segment "${publicId}".`);
  if (row.archivedAt !== null && !options.inTrash) {
    throw appError('not_found', `The segment "${row.name}" is in the Trash. Restore it to use it.`);
  }
  return row;
}

/** Throws `conflict`, with the stored segment, when `readVersion` is not the latest. */
export function requireVersion(connection: Connection, row: SegmentRow, readVersion: number): void {
  if (row.version === readVersion) return;
  const who = lastActor(connection, 'segment', row.id) ?? 'Someone else';
  throw appError('conflict', `${who} changed "${row.name}" in the meantime. Nothing was overwritten.`, {
    current: segmentView(connection, row),
  });
}
