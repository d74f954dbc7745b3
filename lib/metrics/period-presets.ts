import { addCalendarUnits, type EpochDay, fiscalPeriod } from '#lib/shared/days.ts';
import type { Period } from './period.ts';

/** Periods that people ask results for. Those of the present run to today. */
export const periodPresets = {
  fy: 'This fiscal year',
  fq: 'This quarter',
  pfq: 'Last quarter',
  '12m': 'Last 12 months',
  pfy: 'Last fiscal year',
  all: 'All time',
} as const;
export type PeriodPreset = keyof typeof periodPresets;

/** Days of a preset on a given day. `all` has no bounds. */
export function presetPeriod(preset: PeriodPreset, today: EpochDay, fiscalYearStartMonth: number): Period {
  const fiscal = (unit: 'quarter' | 'year', offset: number) =>
    fiscalPeriod(today, unit, offset, fiscalYearStartMonth);
  switch (preset) {
    case 'fy':
      return { from: fiscal('year', 0).from, to: today };
    case 'fq':
      return { from: fiscal('quarter', 0).from, to: today };
    case 'pfq':
      return fiscal('quarter', -1);
    case '12m':
      return { from: addCalendarUnits(today, -12, 'month') + 1, to: today };
    case 'pfy':
      return fiscal('year', -1);
    case 'all':
      return { from: null, to: null };
  }
}
