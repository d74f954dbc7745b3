import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { monthWords, noneWords } from './words.ts';

/** A group's name as people read it. */
export function groupName(data: Performance, group: ResultGroup): string {
  const { groupBy } = data.filters;
  const label = group.labels[groupBy] ?? null;
  if (label === null) return noneWords(groupBy, data.isScoped);
  return groupBy === 'month' ? monthWords(label) : label.slice(sharedStart(data).length);
}

/** The parts of a split often repeat its name ("Manufacturing – Automotive"); side by side the rest of the name tells. */
function sharedStart(data: Performance): string {
  const { groupBy } = data.filters;
  const labels = data.byGroup.groups.flatMap((group) => group.labels[groupBy] ?? []);
  const start = /^.+? [–—-] |^.+?: /.exec(labels[0] ?? '')?.[0] ?? '';
  const isShared = labels.length > 1 && labels.every((label) => label.startsWith(start) && label !== start);
  return isShared ? start : '';
}
