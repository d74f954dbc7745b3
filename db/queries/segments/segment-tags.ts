import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

/** Tags of all segments, by segment row id, each list by name. One statement for a whole list of segments. */
export function tagsBySegment(connection: Connection): Map<number, string[]> {
  const rows = connection
    .prepare<[], { segmentId: number; label: string }>(
      'SELECT segment_id AS segmentId, label FROM segment_tags ORDER BY label_folded',
    )
    .all();
  const tags = new Map<number, string[]>();
  for (const { segmentId, label } of rows) tags.set(segmentId, [...(tags.get(segmentId) ?? []), label]);
  return tags;
}

/** Tags of one segment, by name. */
export function tagsOf(connection: Connection, segmentId: number): string[] {
  return connection
    .prepare<[number], string>('SELECT label FROM segment_tags WHERE segment_id = ? ORDER BY label_folded')
    .pluck()
    .all(segmentId);
}

/** Puts a tag on a segment in the spelling that other segments have; false when it had it already. */
export function addTag(connection: Connection, segmentId: number, label: string): boolean {
  const folded = foldText(label);
  const { changes } = connection
    .prepare(
      `INSERT INTO segment_tags (segment_id, label, label_folded)
       VALUES (?, coalesce((SELECT label FROM segment_tags WHERE label_folded = ? LIMIT 1), ?), ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(segmentId, folded, label, folded);
  return changes > 0;
}

/** Takes a tag off a segment; false when it did not have it. */
export function removeTag(connection: Connection, segmentId: number, label: string): boolean {
  const { changes } = connection
    .prepare('DELETE FROM segment_tags WHERE segment_id = ? AND label_folded = ?')
    .run(segmentId, foldText(label));
  return changes > 0;
}
