import type { Connection } from '#db/client.ts';
import { findSegment, type SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { appError } from '#lib/shared/errors.ts';
import { requireSegment } from './segment-view.ts';

/** Row id of the wanted parent, or null. A segment cannot stand below itself; the way is named by its segments. */
export function requireParent(
  connection: Connection,
  row: SegmentRow,
  parentId: string | null,
): number | null {
  if (parentId === null) return null;
  const parent = requireSegment(connection, parentId);
  const way = [row.name];
  for (
    let at: SegmentRow | null = parent;
    at;
    at = at.parentId === null ? null : findSegment(connection, at.parentId)
  ) {
    way.push(at.name);
    if (at.id === row.id) {
      throw appError('invalid', `A segment cannot stand below itself: ${way.join(' → ')}.`);
    }
  }
  return parent.id;
}
