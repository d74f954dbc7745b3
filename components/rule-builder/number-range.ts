import type { HistogramRange } from '#components/ui/histogram-scale.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';
import { withValue } from '#lib/rules/edit/set-operator.ts';

/** The range that a numeric condition keeps; null is open on that side. */
export function rangeOf({ operator, value }: DraftFieldCondition): HistogramRange {
  const ends: unknown[] = Array.isArray(value) ? value : [value, value];
  const [low, high] = ends.map((end) => (typeof end === 'number' ? end : null));
  return {
    min: operator === 'gte' || operator === 'gt' || operator === 'between' ? (low ?? null) : null,
    max: operator === 'lte' || operator === 'lt' || operator === 'between' ? (high ?? null) : null,
  };
}

/** A brushed range as a condition: one open side makes it ≥ or ≤, two leave nothing to ask. */
export function withRange(condition: DraftFieldCondition, { min, max }: HistogramRange): DraftFieldCondition {
  if (min !== null && max !== null) return { ...condition, operator: 'between', value: [min, max] };
  if (min !== null) return { ...condition, operator: 'gte', value: min };
  if (max !== null) return { ...condition, operator: 'lte', value: max };
  return withValue(condition, undefined);
}
