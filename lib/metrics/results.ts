import type { Figures } from './figures.ts';
import type { MoneySum } from './money-sum.ts';
import type { QuotaAttainment } from './quota-attainment.ts';

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

/** What an answer is about, in the words of the API. */
export type ResultsFrame = {
  /** ISO instant. */
  asOf: string;
  /** ISO days, null = no bound. */
  from: string | null;
  to: string | null;
  membership: 'current' | 'atCreation';
  /** With an `asOf` in the past: values of accounts other than tier, territory, owner and segments are today's. */
  valuesAsOfToday: boolean;
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

/** One filter of a record list in words; null = none of them. */
export type RecordsAbout = { dimension: string; values: (string | null)[] };

/** Money in the workspace currency; won and open figures are of the deals the rep owns. */
export type RepAttainment = QuotaAttainment & {
  id: string;
  name: string;
  role: string | null;
  /** Manager's public id. */
  managerId: string | null;
  quotaAmount: number | null;
  won: number;
  wonAmount: MoneySum;
  open: number;
  openAmount: MoneySum;
};

export type TeamAttainment = Omit<RepAttainment, 'role' | 'managerId'> & { members: number };

export type Attainment = ResultsFrame & {
  /** First and last day of the quota period, ISO. */
  from: string;
  to: string;
  reps: RepAttainment[];
  /** Each manager's people together, themselves included. */
  teams: TeamAttainment[];
};
