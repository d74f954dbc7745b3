import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { categoryVar, distinctColours } from '../ui/category-colour.ts';

/** The rest of the market and "none" are neutral, not one of ten. */
export const restColour = 'var(--chart-fill)';

/** The text a group is told apart by: its id or word. */
export function groupId(group: ResultGroup, dimension: string): string | null {
  const value = group.key[dimension] ?? null;
  return value === null ? null : String(value);
}

/** CSS colour of each group by id; things keep their colour on every page. */
export function groupColours(data: Performance): (id: string | null) => string {
  const ids = data.byGroup.groups.flatMap((group) => groupId(group, data.filters.groupBy) ?? []);
  const colours = distinctColours(ids);
  if (data.filters.groupBy === 'month') return () => restColour;
  return (id) => (id === null ? restColour : categoryVar(colours.get(id) ?? 10));
}
