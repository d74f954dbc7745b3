import {
  addCalendarUnits,
  dayOfInstant,
  fiscalPeriod,
  parseIsoDay,
  parseIsoInstant,
  startOfDay,
} from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';

import type { DateValue, Window } from './ast.ts';
import type { CalendarSettings, DateBounds } from './resolved.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

type Days = { from: number | null; to: number | null };

const periodOffsets = { previous: -1, this: 0, next: 1 } as const;

function requireDay(text: string): number {
  const day = parseIsoDay(text);
  if (day === null) throw appError('invalid', `"${text}" is not a date.`);
  return day;
}

function windowDays(window: Window, asOfDay: number, calendar: CalendarSettings): Days {
  if ('period' in window) {
    return fiscalPeriod(asOfDay, window.unit, periodOffsets[window.period], calendar.fiscalYearStartMonth);
  }
  if ('last' in window) {
    if (window.unit === 'hour') throw appError('invalid', 'A window in hours needs a moment, not a date.');
    return { from: addCalendarUnits(asOfDay, -window.last, window.unit), to: asOfDay };
  }
  if ('next' in window) return { from: asOfDay, to: addCalendarUnits(asOfDay, window.next, window.unit) };
  return {
    from: window.from === undefined ? null : requireDay(window.from),
    to: window.to === undefined ? null : requireDay(window.to),
  };
}

/** Whole days as instants: from the first moment of the first day through the last millisecond of the last. */
function instantsOfDays(days: Days, timeZone: string): { from: number | null; to: number | null } {
  return {
    from: days.from === null ? null : startOfDay(days.from, timeZone),
    to: days.to === null ? null : startOfDay(days.to + 1, timeZone) - 1,
  };
}

/**
 * The absolute dates a window means at `asOf` (epoch ms), for a field of that type; both ends are included.
 * `last` ends at `asOf` itself and `next` begins there; the other ends are whole days of the workspace's zone.
 */
export function windowDates(
  window: Window,
  fieldType: 'day' | 'instant',
  calendar: CalendarSettings,
  asOf: number,
): DateBounds {
  if ('last' in window && window.unit === 'hour' && fieldType === 'instant') {
    const from = Math.floor((asOf - window.last * HOUR_MS) / MINUTE_MS) * MINUTE_MS;
    return { type: 'instant', from, to: asOf };
  }
  const days = windowDays(window, dayOfInstant(asOf, calendar.timeZone), calendar);
  if (fieldType === 'day') return { type: 'day', ...days };
  const instants = instantsOfDays(days, calendar.timeZone);
  if ('last' in window) return { type: 'instant', from: instants.from, to: asOf };
  if ('next' in window) return { type: 'instant', from: asOf, to: instants.to };
  return { type: 'instant', ...instants };
}

/** What one date value covers: a whole day, or a single moment when an instant was written. */
function dateSpan(
  value: DateValue,
  fieldType: 'day' | 'instant',
  calendar: CalendarSettings,
  asOf: number,
): { from: number; to: number } {
  if (typeof value === 'string' && fieldType === 'instant') {
    const instant = parseIsoInstant(value);
    if (instant !== null) return { from: instant, to: instant };
  }
  const day =
    typeof value === 'string'
      ? requireDay(value)
      : addCalendarUnits(
          dayOfInstant(asOf, calendar.timeZone),
          'ago' in value ? -value.ago : value.ahead,
          value.unit,
        );
  if (fieldType === 'day') return { from: day, to: day };
  return { from: startOfDay(day, calendar.timeZone), to: startOfDay(day + 1, calendar.timeZone) - 1 };
}

/** Bounds of `on`, `before`, `after` (one date) and `between` (two); both ends are included. */
export function dateBounds(
  operator: 'on' | 'before' | 'after' | 'between',
  value: DateValue | [DateValue, DateValue],
  fieldType: 'day' | 'instant',
  calendar: CalendarSettings,
  asOf: number,
): DateBounds {
  const [first, second] = Array.isArray(value) ? value : [value, value];
  const low = dateSpan(first, fieldType, calendar, asOf);
  if (operator === 'before') return { type: fieldType, from: null, to: low.from - 1 };
  if (operator === 'after') return { type: fieldType, from: low.to + 1, to: null };
  return { type: fieldType, from: low.from, to: dateSpan(second, fieldType, calendar, asOf).to };
}
