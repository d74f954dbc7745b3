import type { Figures } from '#lib/metrics/figures.ts';
import type { Period } from '#lib/metrics/period.ts';
import type { Scope } from '#lib/permissions/scope.ts';

/** One way to lay out the same facts: grouped by these dimensions, closed deals by this date. */
export type ResultsView = { groupBy: string[]; by: 'closed' | 'created' };

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

/** Deals that count in the total and that groups could not place. */
export type LeftOut = {
  /** No date to go by (close or creation). */
  undated: number;
  /** Created before a compared segment was first published, so nobody knows whether the account was in it. */
  beforePublish: number;
  /** Without an account: in totals, in no segment. */
  withoutAccount: number;
};

export type ResultGroup = Figures & {
  key: Record<string, string | boolean | null>;
  /** The key in words; null = none of them (for segments: the rest of the market). */
  labels: Record<string, string | null>;
  /** By membership at creation: deals that this segment cannot say anything about, being older than its first publish. */
  leftOutBeforePublish: number;
};

export type Results = {
  total: Figures;
  groups: ResultGroup[];
  leftOut: LeftOut;
};

/** Which facts a record list shows: those that a figure counted. */
export const recordFigures = [
  'won',
  'lost',
  'closed',
  'open',
  'created',
  'all',
  'touched',
  'replied',
  'repliedPositively',
  'met',
] as const;
export type RecordFigure = (typeof recordFigures)[number];

/** Which facts, in which layout: the filters of the question narrow them to the group the figure stands in. */
export type RecordQuestion = ResultsQuestion & { figure: RecordFigure; stage: string | null };

/** The ids a figure counted, in the order of the list: latest first. */
export type RecordIds = { entity: 'opportunity' | 'account'; ids: number[] };
