import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';

/** The same text for the same rule: keys in order, node ids left out because they mean nothing. */
function canonicalText(rule: string): string {
  return JSON.stringify(JSON.parse(rule), (key, value: unknown) => {
    if (key === 'id') return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Whether the draft says something else than the published version; a muted condition counts as a change. */
export function hasUnpublishedChanges({
  draft,
  definition,
}: Pick<SegmentRow, 'draft' | 'definition'>): boolean {
  if (definition === null) return true;
  return draft !== definition && canonicalText(draft) !== canonicalText(definition);
}
