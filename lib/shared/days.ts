import { Temporal } from 'temporal-polyfill';

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

function toPlainDate(day: EpochDay): Temporal.PlainDate {
  return Temporal.PlainDate.from(formatIsoDay(day));
}

function fromPlainDate(date: Temporal.PlainDate): EpochDay {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

/** The calendar day of an instant in a time zone. */
export function dayOfInstant(ms: EpochMs, timeZone: string): EpochDay {
  return fromPlainDate(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate());
}

/** First moment of a calendar day in a time zone (not always 00:00 where clocks change at midnight). */
export function startOfDay(day: EpochDay, timeZone: string): EpochMs {
  return toPlainDate(day).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Steps the calendar, clamping to the month's last day (31 Jan + 1 month = 28 or 29 Feb). */
export function addCalendarUnits(day: EpochDay, amount: number, unit: CalendarUnit): EpochDay {
  const date = toPlainDate(day);
  if (unit === 'day') return day + amount;
  if (unit === 'week') return day + amount * 7;
  const months = unit === 'month' ? amount : unit === 'quarter' ? amount * 3 : amount * 12;
  return fromPlainDate(date.add({ months }, { overflow: 'constrain' }));
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
  const date = toPlainDate(day);
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const sinceFiscalStart = (date.month - fiscalYearStartMonth + 12) % 12;
  const monthsBack = sinceFiscalStart % length;
  const first = date.with({ day: 1 }).add({ months: -monthsBack + offset * length });
  const next = first.add({ months: length });
  return { from: fromPlainDate(first), to: fromPlainDate(next) - 1 };
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
