import { store } from '#db/client.ts';
import { updateSegment } from '#db/queries/segments/save-segment.ts';
import {
  findVersion,
  listVersions as listVersionRows,
  type VersionRow,
} from '#db/queries/segments/version-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { appError } from '#lib/shared/errors.ts';
import { getSegment } from './get.ts';
import type { RuleChange, Words } from '#lib/shared/segment-shapes.ts';
import { describeContext, describeRule, ruleChanges } from './rule-words.ts';
import { requireSegment, requireVersion, type SegmentView } from './segment-view.ts';

export type SegmentVersion = {
  number: number;
  definition: SegmentDefinition;
  digest: string;
  sentence: Words;
  note: string | null;
  memberCount: number | null;
  publishedAt: number;
  publishedBy: string | null;
  /** Against the version before it, in words; empty for the first. */
  changes: RuleChange[];
};

function ruleOf(version: VersionRow): SegmentDefinition {
  return JSON.parse(version.definition) as SegmentDefinition;
}

/** A segment's published versions, newest first, each with its sentence and what it changed. */
export function listVersions(ctx: Context, id: string): SegmentVersion[] {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const rows = listVersionRows(connection, requireSegment(connection, id).id);
  const words = describeContext(connection);
  return rows.map((row, index) => {
    const before = rows[index + 1];
    const definition = ruleOf(row);
    return {
      number: row.number,
      definition,
      digest: row.digest,
      sentence: describeRule(definition, words),
      note: row.note,
      memberCount: row.memberCount,
      publishedAt: row.publishedAt,
      publishedBy: row.publishedByName,
      changes: before ? ruleChanges(ruleOf(before), definition, words) : [],
    };
  });
}

/** What changed from one version to another, in words. */
export function compareVersions(ctx: Context, id: string, from: number, to: number): RuleChange[] {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const segment = requireSegment(connection, id);
  return ruleChanges(read(from), read(to), describeContext(connection));

  function read(number: number): SegmentDefinition {
    const version = findVersion(connection, segment.id, number);
    if (!version) throw appError('not_found', `"${segment.name}" has no version ${number}.`);
    return ruleOf(version);
  }
}

/** Makes an earlier version the draft again; nothing is published by it. Throws `conflict` on a stale version. */
export async function restoreVersion(
  ctx: Context,
  id: string,
  number: number,
  readVersion: number | null,
): Promise<SegmentView> {
  requireCan(ctx.actor, 'segments.edit');
  await write(ctx, (tx) => {
    const row = requireSegment(tx.connection, id);
    if (readVersion !== null) requireVersion(tx.connection, row, readVersion);
    const version = findVersion(tx.connection, row.id, number);
    if (!version) throw appError('not_found', `"${row.name}" has no version ${number}.`);
    updateSegment(tx.connection, row.id, { draft: version.definition }, ctx.now);
    tx.audit({
      action: 'segment.restoreVersion',
      entity: 'segment',
      recordId: row.id,
      summary: `Made version ${number} of the segment "${row.name}" its draft again.`,
      before: { draft: JSON.parse(row.draft) as unknown },
      after: { draft: ruleOf(version) },
    });
    tx.changed({ entity: 'segment', recordId: row.id, op: 'update' });
  });
  return getSegment(ctx, id);
}
