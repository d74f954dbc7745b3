import { type EpochDay, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?';

/** A day as people type one, for patterns: `2026-03-01`, `1 March`, `March 1st, 2026`. */
export const dayText = `\\d{4}-\\d{2}-\\d{2}|(?:${dayOfMonth}\\s+(?:of\\s+)?${month}|${month}\\s+${dayOfMonth})(?:,?\\s+\\d{4})?`;

const dayFirst = new RegExp(`^(\\d+)\\D*\\s(${month})(?:,?\\s+(\\d{4}))?$`, 'i');
const monthFirst = new RegExp(`^(${month})\\s+(\\d+)(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`, 'i');

function dayIn(yearOf: number, name: string, dayOf: string): EpochDay | null {
  const at = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return parseIsoDay(`${yearOf}-${String(at).padStart(2, '0')}-${dayOf.padStart(2, '0')}`);
}

/**
 * A typed day in ISO form, or null. Without a year it is the latest such day up to `todayOn`, or with `isPlanned` the
 * first from then on; null where today is not known.
 */
export function readDay(text: string, todayOn: EpochDay | undefined, isPlanned = false): string | null {
  if (parseIsoDay(text) !== null) return text;
  const first = dayFirst.exec(text);
  const second = first ? null : monthFirst.exec(text);
  const [name, dayOf, typedYear] = first
    ? [first[2], first[1], first[3]]
    : [second?.[1], second?.[2], second?.[3]];
  if (name === undefined || dayOf === undefined) return null;
  if (typedYear !== undefined) return isoOrNull(dayIn(Number(typedYear), name, dayOf));
  if (todayOn === undefined) return null;
  const thisYear = Number(formatIsoDay(todayOn).slice(0, 4));
  // A leap day is up to eight years away.
  const years = Array.from({ length: 9 }, (_, away) => (isPlanned ? thisYear + away : thisYear - away));
  const days = years.flatMap((one) => dayIn(one, name, dayOf) ?? []);
  return isoOrNull(days.find((day) => (isPlanned ? day >= todayOn : day <= todayOn)) ?? null);
}

function isoOrNull(day: EpochDay | null): string | null {
  return day === null ? null : formatIsoDay(day);
}

/** The day so many days after an ISO day. */
export function dayAfter(day: string, days: number): string {
  return formatIsoDay((parseIsoDay(day) ?? 0) + days);
}
