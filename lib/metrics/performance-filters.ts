import { type PeriodPreset, periodPresets } from './period-presets.ts';

/** What the rows of the performance page can be. */
export const performanceGroups = {
  segment: 'Segment',
  tier: 'Tier',
  territory: 'Territory',
  owner: 'Rep',
  manager: 'Manager',
  source: 'Source',
  product: 'Product',
  pipeline: 'Pipeline',
  month: 'Month of close',
  'account.industry': 'Industry',
  'account.region': 'Region',
  'rep.region': 'Rep’s region',
} as const;
export type PerformanceGroup = keyof typeof performanceGroups;

/** What stands in the address of the performance page. Parsing is total: what it does not know is the default. */
export type PerformanceFilters = {
  groupBy: PerformanceGroup;
  /** Segment ids; `*` alone = all published ones but the TAM; empty = not chosen: the first split there is. */
  compare: string[];
  period: PeriodPreset | { from: string; to: string };
  /** A name, `*` = all; null = not chosen: the one with most deals when there are several. */
  pipeline: string | null;
  membership: 'current' | 'atCreation';
  /** ISO day; null = now. */
  asOf: string | null;
};

type Query = Record<string, string | string[] | undefined>;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

export function parsePerformanceFilters(query: Query): PerformanceFilters {
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const groupBy = one('groupBy') ?? '';
  const from = one('from') ?? '';
  const to = one('to') ?? '';
  const preset = one('period') ?? '';
  const asOf = one('asOf') ?? '';
  return {
    groupBy: isKey(performanceGroups, groupBy) ? groupBy : 'segment',
    compare: [...new Set((one('compare') ?? '').split(',').filter((id) => id !== ''))],
    period:
      isoDay.test(from) && isoDay.test(to) && from <= to
        ? { from, to }
        : isKey(periodPresets, preset)
          ? preset
          : 'fy',
    pipeline: one('pipeline') || null,
    membership: one('membership') === 'atCreation' ? 'atCreation' : 'current',
    asOf: isoDay.test(asOf) ? asOf : null,
  };
}

function isKey<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key);
}

/** The address of the page with these filters; defaults are not written. */
export function performanceSearch(filters: PerformanceFilters): string {
  const params = new URLSearchParams();
  if (filters.groupBy !== 'segment') params.set('groupBy', filters.groupBy);
  if (filters.compare.length > 0) params.set('compare', filters.compare.join(','));
  if (typeof filters.period === 'object') {
    params.set('from', filters.period.from);
    params.set('to', filters.period.to);
  } else if (filters.period !== 'fy') params.set('period', filters.period);
  if (filters.pipeline !== null) params.set('pipeline', filters.pipeline);
  if (filters.membership !== 'current') params.set('membership', filters.membership);
  if (filters.asOf !== null) params.set('asOf', filters.asOf);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
