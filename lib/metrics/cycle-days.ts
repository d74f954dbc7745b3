import { mean } from './mean.ts';
import { quantile } from './quantile.ts';
import { median } from './median.ts';

export type CycleDays = {
  mean: number | null;
  median: number | null;
  p25: number | null;
  p75: number | null;
  n: number;
};

/** Calendar days from creation to close. Unknown (null) without both dates, or when the close lies before the creation. */
export function dealCycleDays(deal: { createdOn: number | null; closedOn: number | null }): number | null {
  if (deal.createdOn === null || deal.closedOn === null || deal.closedOn < deal.createdOn) return null;
  return deal.closedOn - deal.createdOn;
}

/**
 * Sales cycle of a set of closed deals: mean, median and quartiles (type 7) of their days from creation to close.
 * The caller passes won deals, or all closed ones when asked for `cycle=closed`. `n` = deals with both dates.
 */
export function cycleDays(
  deals: readonly { createdOn: number | null; closedOn: number | null }[],
): CycleDays {
  const sorted = deals
    .map(dealCycleDays)
    .filter((days) => days !== null)
    .sort((a, b) => a - b);
  return {
    mean: mean(sorted),
    median: median(sorted),
    p25: quantile(sorted, 0.25),
    p75: quantile(sorted, 0.75),
    n: sorted.length,
  };
}
