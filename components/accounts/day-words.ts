import { dayOfInstant, type EpochDay, type EpochMs } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';

/** `today`, `yesterday`, `tomorrow`, `Nov 18`; with its year when that is not the year of `today`. */
export function dayWords(day: EpochDay, today: EpochDay): string {
  if (day === today) return 'today';
  if (day === today - 1) return 'yesterday';
  if (day === today + 1) return 'tomorrow';
  const text = formatDay(day);
  const year = formatDay(today).slice(-4);
  return text.endsWith(year) ? text.slice(0, -6) : text;
}

/** The day of an instant in the workspace's zone, in words. */
export function instantWords(at: EpochMs, today: EpochDay, timeZone: string): string {
  return dayWords(dayOfInstant(at, timeZone), today);
}
