import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { referencesOf } from '#lib/rules/find-cycle.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Segments so that each comes after those it refers to; cycles are refused earlier, so the order always exists. */
export function inReferenceOrder(segments: readonly SegmentRow[]): SegmentRow[] {
  const byId = new Map(segments.map((segment) => [toPublicId('segment', segment.id), segment]));
  const ordered: SegmentRow[] = [];
  const seen = new Set<SegmentRow>();
  const visit = (segment: SegmentRow) => {
    if (seen.has(segment)) return;
    seen.add(segment);
    const references = referencesOf(JSON.parse(segment.definition ?? '{}') as SegmentDefinition);
    for (const id of references) {
      const referenced = byId.get(id);
      if (referenced) visit(referenced);
    }
    ordered.push(segment);
  };
  for (const segment of segments) visit(segment);
  return ordered;
}
