import { median } from '#lib/metrics/median.ts';

/** A median of fewer people would tell one of them what another has. */
export const LEAST_FOR_MEDIAN = 4;

/** The middle of what a team has; null where the team is too small for it to say nothing about one person. */
export function teamMedian(values: readonly number[], least: number = LEAST_FOR_MEDIAN): number | null {
  return values.length < least ? null : median([...values].sort((a, b) => a - b));
}
