import { type EpochDay, fiscalPeriod } from '#lib/shared/days.ts';

/** How many fiscal quarters a period is, by days: a whole quarter is 1, its first half about 0.5. Both ends included. */
export function quartersInPeriod(from: EpochDay, to: EpochDay, fiscalYearStartMonth: number): number {
  let quarters = 0;
  for (let day = from; day <= to; ) {
    const quarter = fiscalPeriod(day, 'quarter', 0, fiscalYearStartMonth);
    const end = Math.min(to, quarter.to);
    quarters += (end - day + 1) / (quarter.to - quarter.from + 1);
    day = quarter.to + 1;
  }
  return quarters;
}

/** Quota of a period: the quarterly quota × the fiscal quarters in it. Null without a quota. Money. */
export function quotaForPeriod(
  quarterlyQuotaAmount: number | null,
  period: { from: EpochDay; to: EpochDay },
  fiscalYearStartMonth: number,
): number | null {
  if (quarterlyQuotaAmount === null) return null;
  return quarterlyQuotaAmount * quartersInPeriod(period.from, period.to, fiscalYearStartMonth);
}
