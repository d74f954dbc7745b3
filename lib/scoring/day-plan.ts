import type { EpochDay } from '#lib/shared/days.ts';

/** Monday to Friday; no holidays are known. Epoch day 0 was a Thursday. */
export function isWorkingDay(day: EpochDay): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** Working days from `from` to `to`, both included; 0 when `to` lies before `from`. */
export function workingDays(from: EpochDay, to: EpochDay): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (isWorkingDay(day)) count++;
  return count;
}

export type DayPlan = {
  /** Touches to do on `day`. */
  planned: number;
  /** Today, or on a weekend the next working day of the month. */
  day: EpochDay;
  /** Working days from `day` to the month's end, `day` included. */
  workingDaysLeft: number;
};

/**
 * What a day should bring: the touches that were due this morning, spread evenly over the working days left in the
 * month, today included, rounded up:
 *
 *     planned = ceil((due now + done today that counted) ÷ working days left)
 *
 * It stands still during the day, because what is done today is added back. On a weekend it is the plan of the next
 * working day, so that work done ahead counts; on the month's last weekend everything that is due is planned today.
 */
export function dayPlan(question: {
  today: EpochDay;
  monthEndOn: EpochDay;
  dueTouches: number;
  countedToday: number;
}): DayPlan {
  const { today, monthEndOn, dueTouches, countedToday } = question;
  let day = today;
  while (day <= monthEndOn && !isWorkingDay(day)) day++;
  const isOver = day > monthEndOn;
  const workingDaysLeft = isOver ? 0 : workingDays(day, monthEndOn);
  const planned = Math.ceil((dueTouches + countedToday) / Math.max(1, workingDaysLeft));
  return { planned, day: isOver ? today : day, workingDaysLeft };
}

/** Share of a month's working days before `today`, 0–1. */
export function elapsedRate(monthStartOn: EpochDay, monthEndOn: EpochDay, today: EpochDay): number {
  const all = workingDays(monthStartOn, monthEndOn);
  return all === 0 ? 0 : workingDays(monthStartOn, today - 1) / all;
}

/** Monday to Sunday of the working week at hand; on a weekend the one that follows. */
export function workWeek(today: EpochDay): { from: EpochDay; to: EpochDay } {
  const weekday = (((today + 4) % 7) + 7) % 7;
  const monday = weekday === 0 ? today + 1 : weekday === 6 ? today + 2 : today - weekday + 1;
  return { from: monday, to: monday + 6 };
}
