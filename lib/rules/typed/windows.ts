import { parseIsoDay } from '#lib/shared/days.ts';

import type { PeriodUnit, Unit, Window } from '../ast.ts';
import { longestReach } from '../parse/limits.ts';

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
const sincePattern = /(?:^|\s+)(since|after|from|until|till|before)\s+(\d{4}-\d{2}-\d{2})$/i;

function reach(direction: string, amount: number, unit: Unit | 'hour'): Window | null {
  if (amount < 1 || amount > longestReach[unit]) return null;
  if (!/next|coming/i.test(direction)) return { last: amount, unit };
  return unit === 'hour' ? null : { next: amount, unit };
}

/** Takes a window off the end of what was typed: `hiring in 60 days` → `hiring` and the last 60 days. */
export function takeWindow(text: string): { rest: string; window: Window | null } {
  const period = periodPattern.exec(text);
  if (period) {
    const unit = (period[2] ?? '').toLowerCase() as PeriodUnit;
    const which = period[1]?.toLowerCase() === 'previous' ? 'previous' : 'this';
    return { rest: text.slice(0, period.index).trim(), window: { period: which, unit } };
  }
  const since = sincePattern.exec(text);
  if (since?.[2] && parseIsoDay(since[2]) !== null) {
    const isStart = /since|after|from/i.test(since[1] ?? '');
    const window = isStart ? { from: since[2] } : { to: since[2] };
    return { rest: text.slice(0, since.index).trim(), window };
  }
  const typed = reachPattern.exec(text);
  const unit = unitWords[(typed?.[3] ?? '').toLowerCase()];
  const hasCount = typed?.[1] !== undefined || typed?.[2] !== undefined;
  if (!typed || !unit || !hasCount) return { rest: text, window: null };
  const window = reach(typed[1] ?? 'last', Number(typed[2] ?? 1), unit);
  return window ? { rest: text.slice(0, typed.index).trim(), window } : { rest: text, window: null };
}
