import type { StageFact } from '#lib/metrics/facts.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';

/** Months and stages in their own order, everything else by name; "none" and the rest of the market last. */
export function compareGroups(
  groupBy: readonly string[],
  stages: readonly StageFact[],
): (a: ResultGroup, b: ResultGroup) => number {
  const positions = new Map<string, number>();
  for (const stage of stages) {
    positions.set(
      stage.name,
      Math.min(stage.position, positions.get(stage.name) ?? Number.POSITIVE_INFINITY),
    );
  }
  return (a, b) => {
    for (const key of groupBy) {
      const order = compareLabels(key, a.labels[key] ?? null, b.labels[key] ?? null, positions);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareLabels(
  key: string,
  a: string | null,
  b: string | null,
  positions: ReadonlyMap<string, number>,
): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (key === 'stage') {
    const order = (positions.get(a) ?? 0) - (positions.get(b) ?? 0);
    if (order !== 0) return order;
  }
  return a < b ? -1 : 1;
}
