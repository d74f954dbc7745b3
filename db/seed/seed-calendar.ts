import { dayOfInstant, formatIsoDay, startOfDay } from '#lib/shared/days.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The workspace's days around `now`, looked up instead of computed: the generator asks a million times. */
export type SeedCalendar = {
  now: number;
  today: number;
  dayOf: (ms: number) => number;
  dayStart: (day: number) => number;
  /** An instant that many days before now. */
  daysAgo: (days: number) => number;
  /** A moment in office hours of that day or the working day before it, never after now. */
  officeTime: (random: Random, day: number) => number;
  monthStart: (day: number) => number;
  /** 0 = January. */
  monthOf: (day: number) => number;
  yearOf: (day: number) => number;
  isWeekend: (day: number) => boolean;
};

export const demoTimeZone = 'America/Chicago';

export function createSeedCalendar(now: number): SeedCalendar {
  const today = dayOfInstant(now, demoTimeZone);
  const starts = new Map<number, number>();
  const dayStart = (day: number) => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const made = startOfDay(day, demoTimeZone);
    starts.set(day, made);
    return made;
  };
  const dayOf = (ms: number) => {
    let day = Math.floor((ms - 6 * HOUR_MS) / DAY_MS);
    while (dayStart(day + 1) <= ms) day++;
    while (dayStart(day) > ms) day--;
    return day;
  };
  const isWeekend = (day: number) => {
    const weekday = (((day + 4) % 7) + 7) % 7;
    return weekday === 0 || weekday === 6;
  };
  return {
    now,
    today,
    dayOf,
    dayStart,
    isWeekend,
    daysAgo: (days) => now - days * DAY_MS,
    officeTime: (random, day) => {
      const minutes = Math.round(random.between(8 * 60, 17.5 * 60));
      for (let working = Math.min(day, today); ; working--) {
        const at = dayStart(working) + minutes * 60_000;
        if (!isWeekend(working) && at <= now) return at;
      }
    },
    monthStart: (day) => Date.parse(`${formatIsoDay(day).slice(0, 7)}-01T00:00:00Z`) / DAY_MS,
    monthOf: (day) => new Date(day * DAY_MS).getUTCMonth(),
    yearOf: (day) => new Date(day * DAY_MS).getUTCFullYear(),
  };
}
