import { dayOfInstant, formatIsoDay, parseIsoDay, parseIsoInstant } from '#lib/shared/days.ts';

import type { DateValue, Window } from '../ast.ts';
import type { DateBounds } from '../resolved.ts';
import { dateBounds, windowDates } from '../windows.ts';
import type { DescribeContext } from './context.ts';
import type { Token } from './phrase.ts';
import { phrase, strong } from './phrase.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Epoch day → `20 Oct`, with its year unless that is the year of `nearDay`. */
export function dayText(day: number, nearDay: number | null): string {
  const [year, month, date] = formatIsoDay(day).split('-').map(Number);
  const isNear = nearDay !== null && formatIsoDay(nearDay).startsWith(String(year));
  return `${date} ${months[(month ?? 1) - 1]}${isNear ? '' : ` ${year}`}`;
}

type Clock = { timeZone: string; asOf: number; asOfDay: number };

function clockOf(context: DescribeContext): Clock | null {
  if (!context.calendar || context.asOf === undefined) return null;
  const { timeZone } = context.calendar;
  return { timeZone, asOf: context.asOf, asOfDay: dayOfInstant(context.asOf, timeZone) };
}

function edgeText(bounds: DateBounds, edge: 'from' | 'to', clock: Clock): string | null {
  const at = bounds[edge];
  if (at === null) return null;
  return dayText(bounds.type === 'day' ? at : dayOfInstant(at, clock.timeZone), clock.asOfDay);
}

function boundsPhrase(bounds: DateBounds, clock: Clock): Token[] {
  const from = edgeText(bounds, 'from', clock);
  const to = edgeText(bounds, 'to', clock);
  const endsNow = bounds.to === (bounds.type === 'day' ? clock.asOfDay : clock.asOf);
  if (from !== null && (to === null || endsNow)) return phrase('since ', strong(from));
  if (from === null && to !== null) return phrase('up to ', strong(to));
  if (from === to) return phrase('on ', strong(from ?? ''));
  return phrase('from ', strong(from ?? ''), ' to ', strong(to ?? ''));
}

function writtenDay(text: string, clock: Clock | null): string {
  const day = parseIsoDay(text);
  if (day !== null) return dayText(day, clock?.asOfDay ?? null);
  const instant = parseIsoInstant(text);
  if (instant === null) return text;
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function countOf(amount: number, unit: string): string {
  return amount === 1 ? unit : `${amount} ${unit}s`;
}

/** A window as it was written: `in the last 30 days`, `this fiscal quarter`, `from 1 Jan 2026`. */
function writtenWindow(window: Window, clock: Clock | null): Token[] {
  if ('last' in window) return phrase('in the ', strong(`last ${countOf(window.last, window.unit)}`));
  if ('next' in window) return phrase('in the ', strong(`next ${countOf(window.next, window.unit)}`));
  if ('period' in window) {
    const unit = window.unit === 'month' ? 'month' : `fiscal ${window.unit}`;
    return phrase(strong(window.period === 'previous' ? `last ${unit}` : `${window.period} ${unit}`));
  }
  const from = window.from === undefined ? [] : phrase('from ', strong(writtenDay(window.from, clock)));
  const to =
    window.to === undefined
      ? []
      : phrase(from.length > 0 ? ' to ' : 'up to ', strong(writtenDay(window.to, clock)));
  return phrase(from, to);
}

/** When: the dates a window means today, or the window as written when today is not known. */
export function windowPhrase(window: Window, dateType: 'day' | 'instant', context: DescribeContext): Token[] {
  const clock = clockOf(context);
  if (!clock || !context.calendar || ('last' in window && window.unit === 'hour'))
    return writtenWindow(window, clock);
  return boundsPhrase(windowDates(window, dateType, context.calendar, clock.asOf), clock);
}

/** One date: the day that it means today, or `3 months ago` when today is not known. */
export function datePhrase(value: DateValue, dateType: 'day' | 'instant', context: DescribeContext): Token[] {
  const clock = clockOf(context);
  if (typeof value === 'string') return [strong(writtenDay(value, clock))];
  if (clock && context.calendar) {
    const bounds = dateBounds('on', value, dateType, context.calendar, clock.asOf);
    return [strong(edgeText(bounds, 'from', clock) ?? '')];
  }
  const amount = 'ago' in value ? value.ago : value.ahead;
  if (amount === 0) return [strong('today')];
  const count = amount === 1 ? `1 ${value.unit}` : countOf(amount, value.unit);
  return [strong('ago' in value ? `${count} ago` : `${count} ahead`)];
}
