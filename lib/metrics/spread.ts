import { mean } from './mean.ts';
import { median } from './median.ts';

/** Mean and median of the values that are known; `n` = how many were. */
export type Spread = { mean: number | null; median: number | null; n: number };

/** Unknown values (null) are left out of mean, median and `n`. Unit: that of the values. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return { mean: mean(known), median: median(known), n: known.length };
}
