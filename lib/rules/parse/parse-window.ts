import { parseIsoDay } from '#lib/shared/days.ts';

import type { Window } from '../ast.ts';
import { periods, periodUnits, units } from '../rule-schema.ts';
import { longestReach } from './limits.ts';
import type { Report } from './report.ts';
import { shown } from './report.ts';

type Fields = Record<string, unknown>;

/** `subject` is how sentences call what the window is laid on; hours need a field of type instant. */
type Place = { path: string; subject: string; dateType: 'day' | 'instant'; report: Report };

const forms = {
  last: ['last', 'unit'],
  next: ['next', 'unit'],
  period: ['period', 'unit'],
  span: ['from', 'to'],
};

function formOf(input: Fields): keyof typeof forms {
  if ('last' in input) return 'last';
  if ('next' in input) return 'next';
  return 'period' in input ? 'period' : 'span';
}

function isOneOf<T extends string>(choices: readonly T[], value: unknown): value is T {
  return choices.some((choice) => choice === value);
}

/** A whole number of units from `least` up to what the calendar can hold. */
export function parseReach(
  input: Fields,
  key: string,
  place: Omit<Place, 'dateType'>,
  least = 1,
): number | undefined {
  const { path, subject, report } = place;
  const amount = input[key];
  const at = `${path}/${key}`;
  if (typeof amount !== 'number') {
    return report(
      at,
      'wrong_type',
      `${subject} needs a number of ${String(input.unit)}s (got ${shown(amount)}).`,
    );
  }
  const longest = longestReach[input.unit as keyof typeof longestReach];
  if (!Number.isInteger(amount) || amount < least || amount > longest) {
    const range = `a whole number from ${least} to ${longest.toLocaleString('en')}`;
    return report(
      at,
      'out_of_range',
      `${subject} needs ${range} of ${String(input.unit)}s (got ${shown(amount)}).`,
    );
  }
  return amount;
}

function parseUnit<T extends string>(input: Fields, choices: readonly T[], place: Place): T | undefined {
  if (isOneOf(choices, input.unit)) return input.unit;
  const hours = input.unit === 'hour' && place.dateType === 'day';
  const message = hours
    ? `${place.subject} holds whole days, so it cannot be counted in hours.`
    : `${place.subject} needs a unit: ${choices.join(', ')} (got ${shown(input.unit)}).`;
  return place.report(`${place.path}/unit`, 'wrong_type', message);
}

function parseSpan(input: Fields, place: Place): Window | undefined {
  const { path, subject, report } = place;
  if (input.from === undefined && input.to === undefined) {
    return report(path, 'empty_value', `${subject} needs a window, for example the last 30 days.`);
  }
  const read = (key: 'from' | 'to') => {
    const text = input[key];
    if (text === undefined) return null;
    const day = typeof text === 'string' ? parseIsoDay(text) : null;
    if (day === null) {
      report(
        `${path}/${key}`,
        'wrong_type',
        `${subject} needs a date such as 2026-11-22 (got ${shown(text)}).`,
      );
      return undefined;
    }
    return day;
  };
  const from = read('from');
  const to = read('to');
  if (from === undefined || to === undefined) return undefined;
  if (from !== null && to !== null && from > to) {
    const dates = `${String(input.from)} and ${String(input.to)}`;
    return report(path, 'out_of_order', `${subject} needs its earlier date first (got ${dates}).`);
  }
  return {
    ...(from === null ? {} : { from: input.from as string }),
    ...(to === null ? {} : { to: input.to as string }),
  };
}

/** The window without its `field`, which is the caller's to check; undefined after its faults were reported. */
export function parseWindow(input: unknown, place: Place): Window | undefined {
  const { path, subject, report } = place;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const code = input === undefined ? 'missing' : 'wrong_type';
    return report(
      path,
      code,
      `${subject} needs a window, for example the last 30 days (got ${shown(input)}).`,
    );
  }
  const fields = input as Fields;
  const form = formOf(fields);
  const stray = Object.keys(fields).filter((key) => key !== 'field' && !forms[form].includes(key));
  if (stray.length > 0) {
    return report(path, 'unknown_key', `A window does not mix ${stray.map(shown).join(', ')} with the rest.`);
  }
  if (form === 'span') return parseSpan(fields, place);
  if (form === 'period') {
    const unit = parseUnit(fields, periodUnits, place);
    if (!isOneOf(periods, fields.period)) {
      const message = `${subject} needs this, previous or next (got ${shown(fields.period)}).`;
      return report(`${path}/period`, 'wrong_type', message);
    }
    return unit && { period: fields.period, unit };
  }
  if (form === 'next') {
    const unit = parseUnit(fields, units, place);
    const next = unit && parseReach(fields, 'next', place);
    return unit && next !== undefined ? { next, unit } : undefined;
  }
  const unit = parseUnit(fields, place.dateType === 'instant' ? [...units, 'hour' as const] : units, place);
  const last = unit && parseReach(fields, 'last', place);
  return unit && last !== undefined ? { last, unit } : undefined;
}
