import type { EpochDay } from '#lib/shared/days.ts';

import type { PeriodUnit, Unit, Window } from '../ast.ts';
import { longestReach } from '../parse/limits.ts';
import { dayAfter, dayText, readDay } from './days.ts';

const unitWords: Readonly<Record<string, Unit | 'hour'>> = {
  h: 'hour',
  hour: 'hour',
  hours: 'hour',
  d: 'day',
  day: 'day',
  days: 'day',
  w: 'week',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  y: 'year',
  year: 'year',
  years: 'year',
};

const reachPattern =
  /(?:^|\s+)(?:(?:in|within|over|during|for|since)\s+)?(?:the\s+)?(?:(last|past|previous|next|coming)\s+)?(\d{1,6})?\s*(h|hours?|d|days?|w|weeks?|months?|quarters?|y|years?)(?:\s+ago)?$/i;
const periodPattern =
  /(?:^|\s+)(?:(?:in|during)\s+)?(?:the\s+)?(this|previous|current)\s+(month|quarter|year)$/i;
const sincePattern = new RegExp(`(?:^|\\s+)(since|after|from|until|till|before)\\s+(${dayText})$`, 'i');

/** Days that "after" and "before" leave out. */
function edge(word: string, day: string): Window {
  switch (word.toLowerCase()) {
    case 'before':
      return { to: dayAfter(day, -1) };
    case 'after':
      return { from: dayAfter(day, 1) };
    case 'until':
    case 'till':
      return { to: day };
    default:
      return { from: day };
  }
}

function reach(direction: string, amount: number, unit: Unit | 'hour'): Window | null {
  if (amount < 1 || amount > longestReach[unit]) return null;
  if (!/next|coming/i.test(direction)) return { last: amount, unit };
  return unit === 'hour' ? null : { next: amount, unit };
}

/**
 * Takes a window off the end of what was typed: `hiring in 60 days` → `hiring` and the last 60 days, `since 1 March`
 * with `todayOn`.
 */
export function takeWindow(text: string, todayOn?: EpochDay): { rest: string; window: Window | null } {
  const period = periodPattern.exec(text);
  if (period) {
    const unit = (period[2] ?? '').toLowerCase() as PeriodUnit;
    const which = period[1]?.toLowerCase() === 'previous' ? 'previous' : 'this';
    return { rest: text.slice(0, period.index).trim(), window: { period: which, unit } };
  }
  const since = sincePattern.exec(text);
  const day = since?.[2] === undefined ? null : readDay(since[2], todayOn);
  if (since && day !== null)
    return { rest: text.slice(0, since.index).trim(), window: edge(since[1] ?? '', day) };
  const typed = reachPattern.exec(text);
  const unit = unitWords[(typed?.[3] ?? '').toLowerCase()];
  const hasCount = typed?.[1] !== undefined || typed?.[2] !== undefined;
  if (!typed || !unit || !hasCount) return { rest: text, window: null };
  const window = reach(typed[1] ?? 'last', Number(typed[2] ?? 1), unit);
  return window ? { rest: text.slice(0, typed.index).trim(), window } : { rest: text, window: null };
}
