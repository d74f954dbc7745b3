import type { PerformanceFilters } from './performance-filters.ts';
import type { Attainment, Results, ResultsFrame } from './results.ts';

/** Everything that the performance page shows, from one reading of the facts. */
export type Performance = {
  frame: ResultsFrame;
  filters: PerformanceFilters;
  currency: string;
  timeZone: string;
  /** Epoch day in the workspace's time zone. */
  today: number;
  /** The actor sees a book or a team, not the whole market. */
  isScoped: boolean;
  canExport: boolean;
  byGroup: Results;
  /** Compared segments together against the rest; null when rows are not segments. */
  compared: Results | null;
  /** Created deals by month and group. */
  createdByMonth: Results;
  openByStage: Results;
  attainment: Attainment;
  options: {
    segments: { id: string; name: string; parent: string | null; members: number }[];
    pipelines: string[];
  };
  /** ISO days of the first and last closed deal there is; null = none. */
  closedSpan: { from: string; to: string } | null;
};
