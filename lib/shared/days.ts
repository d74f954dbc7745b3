import { changeBetween, zoneOffset } from './zone-offset.ts';

/** Calendar dates are epoch days (1970-01-01 = 0), instants epoch milliseconds; one is never stored as the other. */
export type EpochDay = number;
export type EpochMs = number;
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY_MS = 86_400_000;
const isoDayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-11-22` → epoch day, or null when it is no calendar date. */
export function parseIsoDay(text: string): EpochDay | null {
  if (!isoDayPattern.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  const day = ms / DAY_MS;
  return formatIsoDay(day) === text ? day : null;
}

/** ISO-8601 instant with an offset or Z → epoch ms, or null. A day alone is not an instant. */
export function parseIsoInstant(text: string): EpochMs | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

export function formatIsoDay(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function formatIsoInstant(ms: EpochMs): string {
  return new Date(ms).toISOString();
}

/** The calendar day of an instant in a time zone. */
export function dayOfInstant(ms: EpochMs, timeZone: string): EpochDay {
  return Math.floor((ms + zoneOffset(ms, timeZone)) / DAY_MS);
}

/** First moment of a calendar day in a time zone (not always 00:00 where clocks change at midnight). */
export function startOfDay(day: EpochDay, timeZone: string): EpochMs {
  const midnight = day * DAY_MS;
  const before = midnight - zoneOffset(midnight - DAY_MS, timeZone);
  const after = midnight - zoneOffset(midnight + DAY_MS, timeZone);
  const [first, second] = before <= after ? [before, after] : [after, before];
  for (const candidate of [first, second]) {
    if (candidate + zoneOffset(candidate, timeZone) === midnight) return candidate;
  }
  // Clocks leave midnight out: the day begins where they go on.
  return changeBetween(first, second, timeZone);
}

/** Steps the calendar, clamping to the month's last day (31 Jan + 1 month = 28 or 29 Feb). */
export function addCalendarUnits(day: EpochDay, amount: number, unit: CalendarUnit): EpochDay {
  if (unit === 'day') return day + amount;
  if (unit === 'week') return day + amount * 7;
  const { year, month, dayOfMonth } = partsOf(day);
  const months = unit === 'month' ? amount : unit === 'quarter' ? amount * 3 : amount * 12;
  const first = firstOfMonth(year, month + months);
  return Math.min(first + dayOfMonth - 1, firstOfMonth(year, month + months + 1) - 1);
}

/**
 * First and last day of the month, fiscal quarter or fiscal year that holds `day`, moved by `offset` periods.
 * `fiscalYearStartMonth` is 1–12.
 */
export function fiscalPeriod(
  day: EpochDay,
  unit: 'month' | 'quarter' | 'year',
  offset: number,
  fiscalYearStartMonth: number,
): { from: EpochDay; to: EpochDay } {
  const { year, month } = partsOf(day);
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const sinceFiscalStart = (month - fiscalYearStartMonth + 12) % 12;
  const start = month - (sinceFiscalStart % length) + offset * length;
  return { from: firstOfMonth(year, start), to: firstOfMonth(year, start + length) - 1 };
}

function partsOf(day: EpochDay): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** `month` counts from 1 and may lie outside the year. */
function firstOfMonth(year: number, month: number): EpochDay {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime() / DAY_MS;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
