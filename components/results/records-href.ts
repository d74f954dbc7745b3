import type { Performance } from '#lib/metrics/performance.ts';
import {
  parsePerformanceFilters,
  performanceGroups,
  performanceSearch,
} from '#lib/metrics/performance-filters.ts';
import type { RecordFigure, ResultGroup } from '#lib/metrics/results.ts';

export type RecordLink = {
  figure: RecordFigure;
  /** The group the figure stands in. */
  key?: ResultGroup['key'];
  /** By which date the period counts; closing unless said. */
  by?: 'closed' | 'created';
  /** Only deals at or past this stage. */
  reached?: string;
};

/** Address of the records that a figure of the page counted: the page's filters and the figure's group. */
export function recordsHref(data: Performance, { figure, key = {}, by, reached }: RecordLink): string {
  const { frame, filters } = data;
  const params = new URLSearchParams({ figure });
  const set = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) params.set(name, value);
  };
  set('from', frame.from);
  set('to', frame.to);
  set('by', by);
  set('reached', reached);
  set('asOf', filters.asOf);
  set('pipeline', filters.pipeline);
  if (filters.membership === 'atCreation') set('membership', 'atCreation');
  if (filters.compare.length > 0) set('compare', filters.compare.join(','));
  for (const [dimension, value] of Object.entries(key)) set(dimension, value === null ? '' : String(value));
  return `/performance/records?${params}`;
}

/** The way back from the records behind a figure: the page with the filters and the grouping the figure stood under. */
export function resultsHref(recordsSearch: string): string {
  const query = Object.fromEntries(new URLSearchParams(recordsSearch));
  // These stand there as filters, or as the month of a bar, whatever the rows are.
  const ambiguous = ['segment', 'pipeline', ...(query.by === 'created' ? ['month'] : [])];
  const groupBy = Object.keys(performanceGroups).find(
    (group) => !ambiguous.includes(group) && group in query,
  );
  return `/performance${performanceSearch(parsePerformanceFilters({ ...query, groupBy }))}`;
}
