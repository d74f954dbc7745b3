import type { DaySpan, Person, RoleAssumptions } from './capacity-model.ts';
import { wholeMonths, workingDays } from './months.ts';

/** Touches a month at full ramp: as recorded, or hours ÷ hours a touch; null = not recorded. */
export function fullCapacityTouches(
  { capacityTouches, capacityHours }: Pick<Person, 'capacityTouches' | 'capacityHours'>,
  { touchHours }: Pick<RoleAssumptions, 'touchHours'>,
): number | null {
  if (capacityTouches !== null) return capacityTouches;
  return capacityHours === null || touchHours <= 0 ? null : capacityHours / touchHours;
}

/**
 * Share of full capacity on a day, 0–1. With a first day it follows the role's ramp curve by whole months of work and
 * is full after its last step; without one it is the recorded ramp, or full.
 */
export function rampOn(
  { startsOn, rampRate }: Pick<Person, 'startsOn' | 'rampRate'>,
  { rampCurve }: Pick<RoleAssumptions, 'rampCurve'>,
  day: number,
): number {
  if (startsOn === null) return rampRate ?? 1;
  if (day < startsOn) return 0;
  return rampCurve[wholeMonths(startsOn, day)] ?? 1;
}

/** Whether somebody works on a day: after the first, before the last, and not off. */
export function isAtWork(
  { startsOn, endsOn, absences }: Pick<Person, 'startsOn' | 'endsOn' | 'absences'>,
  day: number,
): boolean {
  if (startsOn !== null && day < startsOn) return false;
  if (endsOn !== null && day > endsOn) return false;
  return !absences.some(({ fromOn, toOn }) => day >= fromOn && day <= toOn);
}

export type MonthCapacity = {
  /** After ramp and time off; null = no capacity recorded. */
  touches: number | null;
  /** Share of the month's working days at work, 0–1. */
  presenceRate: number;
  /** Share of full capacity over the month, ramp and time off together, 0–1. */
  readinessRate: number;
};

/**
 * What one person can do in a month: full capacity × the mean, over its working days, of the ramp on each day at work
 * (0 on others). Time off, a first or last day within the month and a ramp step within it all count by the day.
 * This is the "ramped, available capacity" of sales capacity plans; see also Zoltners, Sinha & Lorimer,
 * "Building a Winning Sales Force" (2009), on counting only the time that people have.
 */
export function monthCapacity(person: Person, role: RoleAssumptions, month: DaySpan): MonthCapacity {
  const days = workingDays(month);
  const present = days.filter((day) => isAtWork(person, day));
  const ready = present.reduce((sum, day) => sum + rampOn(person, role, day), 0);
  const full = fullCapacityTouches(person, role);
  const readinessRate = days.length === 0 ? 0 : ready / days.length;
  return {
    touches: full === null ? null : full * readinessRate,
    presenceRate: days.length === 0 ? 0 : present.length / days.length,
    readinessRate,
  };
}
