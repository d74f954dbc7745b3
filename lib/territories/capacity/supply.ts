import type { DaySpan, Person, RoleAssumptions } from './capacity-model.ts';
import { monthCapacity } from './person-capacity.ts';

export type MonthSupply = DaySpan & {
  /** People at full capacity, still ramping, and open places that start: what each adds, after attrition. */
  rampedTouches: number;
  rampingTouches: number;
  openingTouches: number;
  /** The sum of the three. */
  touches: number;
  /** What time off takes from it, before attrition. */
  timeOffTouches: number;
  /** What attrition is expected to take. */
  attritionTouches: number;
  /** People on the team in the month, by share of it, open places included, before attrition. */
  people: number;
};

/** Share of people who are still there after some months, when `attritionRate` of them leave in a year. */
export function stayRate(attritionRate: number, months: number): number {
  return (1 - attritionRate) ** (months / 12);
}

/**
 * What the people of one role can do in each of the months given, in touches. Attrition is expected loss from now on:
 * each later month keeps the share (1 − a) ^ (months ÷ 12); nobody in particular leaves. People without a recorded
 * capacity add nothing; count them with `withoutCapacity`.
 */
export function supplyByMonth(
  people: readonly Person[],
  role: RoleAssumptions,
  months: readonly DaySpan[],
): MonthSupply[] {
  return months.map((month, index) => {
    const stay = stayRate(role.attritionRate, index);
    const sum = { ramped: 0, ramping: 0, opening: 0, off: 0, people: 0 };
    for (const person of people) {
      const here = monthCapacity(person, role, month);
      const always = monthCapacity({ ...person, absences: [] }, role, month);
      const kind = person.isOpening ? 'opening' : isRamping(always) ? 'ramping' : 'ramped';
      sum[kind] += here.touches ?? 0;
      sum.off += (always.touches ?? 0) - (here.touches ?? 0);
      sum.people += always.presenceRate;
    }
    const before = sum.ramped + sum.ramping + sum.opening;
    return {
      ...month,
      rampedTouches: sum.ramped * stay,
      rampingTouches: sum.ramping * stay,
      openingTouches: sum.opening * stay,
      touches: before * stay,
      timeOffTouches: sum.off,
      attritionTouches: before * (1 - stay),
      people: sum.people,
    };
  });
}

function isRamping({
  presenceRate,
  readinessRate,
}: {
  presenceRate: number;
  readinessRate: number;
}): boolean {
  return presenceRate > 0 && readinessRate < presenceRate - 1e-9;
}
