import { type EpochDay, type EpochMs, fiscalPeriod, formatIsoDay, startOfDay } from '#lib/shared/days.ts';

/** `2026-11` of an epoch day. */
export function monthOfDay(day: EpochDay): string {
  return formatIsoDay(day).slice(0, 7);
}

/**
 * Months of instants in a time zone, for many of them: month starts between the first and the last instant are
 * worked out once, then each is found by bisection.
 */
export function monthFinder(firstAt: EpochMs, lastAt: EpochMs, timeZone: string): (at: EpochMs) => string {
  const starts: { at: EpochMs; month: string }[] = [];
  let day = fiscalPeriod(Math.floor(firstAt / DAY_MS) - 1, 'month', 0, 1).from;
  for (let at = startOfDay(day, timeZone); at <= lastAt; at = startOfDay(day, timeZone)) {
    starts.push({ at, month: monthOfDay(day) });
    day = fiscalPeriod(day, 'month', 1, 1).from;
  }
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return starts[low]?.month ?? monthOfDay(Math.floor(at / DAY_MS));
  };
}

const DAY_MS = 86_400_000;
