import { parseIsoDay, parseIsoInstant } from '#lib/shared/days.ts';

import type { DateValue } from '../ast.ts';
import { units } from '../rule-schema.ts';
import { parseReach } from './parse-window.ts';
import type { Report } from './report.ts';
import { shown } from './report.ts';

const DAY_MS = 86_400_000;

type Place = { path: string; subject: string; dateType: 'day' | 'instant'; report: Report };

function parseRelative(input: Record<string, unknown>, place: Place): DateValue | undefined {
  const { path, subject, report } = place;
  const direction = 'ago' in input ? 'ago' : 'ahead';
  const stray = Object.keys(input).filter((key) => key !== direction && key !== 'unit');
  const unit = units.find((candidate) => candidate === input.unit);
  if (!(direction in input) || stray.length > 0) {
    return report(
      path,
      'wrong_type',
      `${subject} needs a date such as 2026-11-22, or so many days ago or ahead.`,
    );
  }
  if (!unit)
    return report(
      `${path}/unit`,
      'wrong_type',
      `${subject} needs a unit: ${units.join(', ')} (got ${shown(input.unit)}).`,
    );
  const amount = parseReach(input, direction, place, 0);
  if (amount === undefined) return undefined;
  return direction === 'ago' ? { ago: amount, unit } : { ahead: amount, unit };
}

/** A day, for instants also a moment, or so many units ago or ahead; 0 days ago is today. */
export function parseDate(input: unknown, place: Place): DateValue | undefined {
  const { path, subject, dateType, report } = place;
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return parseRelative(input as Record<string, unknown>, place);
  }
  if (typeof input === 'string' && parseIsoDay(input) !== null) return input;
  if (typeof input === 'string' && dateType === 'instant' && parseIsoInstant(input) !== null) return input;
  const code = input === undefined ? 'missing' : 'wrong_type';
  return report(path, code, `${subject} needs a date such as 2026-11-22 (got ${shown(input)}).`);
}

/** Where a date lies on a line, as far as that is known without knowing today. */
function position(value: DateValue): { scale: string; at: number } {
  if (typeof value !== 'string') {
    return { scale: value.unit, at: 'ago' in value ? -value.ago : value.ahead };
  }
  return { scale: 'absolute', at: parseIsoInstant(value) ?? (parseIsoDay(value) ?? 0) * DAY_MS };
}

/** Two dates, the earlier first where that can be told without knowing today. */
export function parseDateRange(input: unknown, place: Place): [DateValue, DateValue] | undefined {
  const { path, subject, report } = place;
  if (!Array.isArray(input) || input.length !== 2) {
    return report(
      path,
      input === undefined ? 'missing' : 'wrong_type',
      `${subject} needs two dates (got ${shown(input)}).`,
    );
  }
  const [first, second] = [0, 1].map((at) => parseDate(input[at], { ...place, path: `${path}/${at}` }));
  if (first === undefined || second === undefined) return undefined;
  const [low, high] = [position(first), position(second)];
  const mixed =
    typeof first === 'string' && typeof second === 'string' && first.length > 10 !== second.length > 10;
  if (low.scale === high.scale && low.at > high.at + (mixed ? DAY_MS : 0)) {
    return report(
      path,
      'out_of_order',
      `${subject} needs its earlier date first (got ${shown(first)} and ${shown(second)}).`,
    );
  }
  return [first, second];
}
