import type { Totals } from '#lib/shared/total-shapes.ts';
import type { Period } from '#lib/metrics/period.ts';
import type { RecordFigure } from '#lib/metrics/results.ts';
import type { Scope } from '#lib/permissions/scope.ts';

/** One way to lay out the same facts: grouped by these dimensions, closed deals by this date. */
export type ResultsView = {
  groupBy: string[];
  by: 'closed' | 'created';
  /** False where nobody looks at reply and meeting rates: saves reading the activities. */
  hasTouches?: boolean;
};

/** What is asked, checked and with row ids, ready to cross to the worker. */
export type ResultsQuestion = {
  scope: Scope;
  asOf: number;
  asOfDay: number;
  isPast: boolean;
  timeZone: string;
  period: Period;
  cycle: 'won' | 'closed';
  membership: 'current' | 'atCreation';
  /** Segments that become groups; the rest of the market is what is in none of them. */
  compareIds: number[];
  filters: { dimension: string; values: string[] }[];
  views: ResultsView[];
};

/** Which facts, in which layout: the filters of the question narrow them to the group the figure stands in. */
export type RecordQuestion = ResultsQuestion & { figure: RecordFigure; stage: string | null };

/** The ids a figure counted, in the order of the list: latest first. */
export type RecordIds = { entity: 'opportunity' | 'account'; ids: number[]; totals: Totals };
