import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { type Catalog, findField } from '#lib/rules/catalog.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { failingOnly, inIfKnown } from '#lib/rules/variants.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { nodeName } from '../words.ts';
import { nearMissesOf } from './side-questions.ts';

/** Somebody who is nearly in: by the one condition that they fail, or by the one value that is missing. */
export type ShownSet = { value: string; label: string; count: number; definition: SegmentDefinition };

/** The sets that the tab of near-misses offers, the largest first; `value` stands in the address. */
export function shownSets(
  definition: SegmentDefinition,
  preview: SegmentPreview | null,
  words: DescribeContext,
  catalog: Catalog,
): ShownSet[] {
  const near = nearMissesOf(definition, preview, catalog).map(({ condition, count }) => ({
    value: `near:${condition.id}`,
    label: `Fail only ${nodeName(condition, definition.entity, words)}`,
    count,
    definition: failingOnly(definition, condition.id),
  }));
  const { several: _several, ...byField } = preview?.unknowns?.out ?? {};
  const unknown = Object.entries(byField)
    .sort((a, b) => b[1] - a[1])
    .map(([field, count]) => ({
      value: `known:${field}`,
      label: `${findField(catalog, definition.entity, field)?.label ?? field} not recorded`,
      count,
      definition: inIfKnown(definition, field),
    }));
  return [...near, ...unknown];
}

export function shownSetLabel({ label, count }: ShownSet): string {
  return `${label} (${formatNumber(count)})`;
}

/** Which side of the changes is listed: the one that was chosen, else the first that has somebody on it. */
export function shownSide(
  show: string | null,
  changes: { entering: number; leaving: number } | null | undefined,
): 'entering' | 'leaving' {
  if (show === 'entering' || show === 'leaving') return show;
  return changes && changes.entering === 0 && changes.leaving > 0 ? 'leaving' : 'entering';
}
