import type { Performance } from '#lib/metrics/performance.ts';
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
