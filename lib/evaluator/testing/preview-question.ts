import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { countsOnly, type PreviewQuestion } from '../contract.ts';

/** The first ten records by revenue, without details, for everybody; of the present `now` (epoch ms). */
export function previewQuestion(definition: SegmentDefinition, now: number): PreviewQuestion {
  return {
    ...countsOnly({ definition, asOf: now, now, scope: { all: true } }),
    sort: { field: 'revenue', descending: true },
    limit: 10,
  };
}
