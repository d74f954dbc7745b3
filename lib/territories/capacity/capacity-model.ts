/** What capacity planning works on: plain data. Days are epoch days, capacity and workload touches a month. */

export type DaySpan = { fromOn: number; toOn: number };

/** What is assumed of everybody in a role. */
export type RoleAssumptions = {
  /** Share of full capacity in the first, second, … month of work, 0–1; full after the last. */
  rampCurve: readonly number[];
  /** Share of the people who leave in a year, 0–1. */
  attritionRate: number;
  /** Hours that one touch takes, for capacities given in hours. */
  touchHours: number;
};

export type Person = {
  repId: number;
  /** Folded name of the role; null = none recorded. */
  role: string | null;
  /** An open place: planned for, filled by nobody yet. */
  isOpening: boolean;
  /** At full ramp; touches go before hours. Both null = not recorded. */
  capacityTouches: number | null;
  capacityHours: number | null;
  /** Where no first day is known: the ramp of every month. */
  rampRate: number | null;
  /** First and last day of work; null = always here, no end known. */
  startsOn: number | null;
  endsOn: number | null;
  absences: readonly DaySpan[];
};

/** Until a role says otherwise: a new seller reaches full capacity in the fifth month, nobody leaves, half an hour a touch. */
export const usualAssumptions: RoleAssumptions = {
  rampCurve: [0.1, 0.3, 0.5, 0.75],
  attritionRate: 0,
  touchHours: 0.5,
};
