import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { monthWords, noneWords } from './words.ts';

/** A group's name as people read it. */
export function groupName(data: Performance, group: ResultGroup): string {
  const { groupBy } = data.filters;
  const label = group.labels[groupBy] ?? null;
  if (label === null) return noneWords(groupBy, data.isScoped);
  return groupBy === 'month' ? monthWords(label) : label;
}
