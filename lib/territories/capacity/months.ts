import { addCalendarUnits, fiscalPeriod } from '#lib/shared/days.ts';
import type { DaySpan } from './capacity-model.ts';

/** The calendar months that begin with the one that holds `today`. */
export function monthsFrom(today: number, count: number): DaySpan[] {
  return Array.from({ length: count }, (_, offset) => {
    const { from, to } = fiscalPeriod(today, 'month', offset, 1);
    return { fromOn: from, toOn: to };
  });
}

/** Monday to Friday of a span, as epoch days. Public holidays are time off of the people they concern. */
export function workingDays({ fromOn, toOn }: DaySpan): number[] {
  const days: number[] = [];
  // Epoch day 0, 1 January 1970, was a Thursday.
  for (let day = fromOn; day <= toOn; day += 1) if ((((day + 3) % 7) + 7) % 7 < 5) days.push(day);
  return days;
}

/** Whole calendar months from one day to a later one: 31 January to 28 February is one. */
export function wholeMonths(fromOn: number, toOn: number): number {
  let months = Math.max(0, Math.floor((toOn - fromOn) / 31));
  while (addCalendarUnits(fromOn, months + 1, 'month') <= toOn) months += 1;
  return months;
}
