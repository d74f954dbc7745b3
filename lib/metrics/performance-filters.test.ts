import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PerformanceFilters,
  parsePerformanceFilters,
  performanceGroups,
  performanceSearch,
} from './performance-filters.ts';
import { periodPresets, presetPeriod } from './period-presets.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

const filters: fc.Arbitrary<PerformanceFilters> = fc.record({
  groupBy: fc.constantFrom(...keys(performanceGroups)),
  compare: fc.uniqueArray(fc.constantFrom('seg_1', 'seg_2', 'seg_zz')),
  period: fc.oneof(
    fc.constantFrom(...keys(periodPresets)),
    fc.constant({ from: '2026-01-05', to: '2026-02-01' }),
  ),
  pipeline: fc.option(fc.constantFrom('*', 'New business', 'R&D = 50 % + more')),
  membership: fc.constantFrom('current' as const, 'atCreation' as const),
  asOf: fc.option(fc.constant('2026-06-30')),
});

describe('the filters in the address', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const query = Object.fromEntries(new URLSearchParams(performanceSearch(chosen)));
        expect(parsePerformanceFilters(query)).toEqual(chosen);
      }),
      { seed: 20261122 },
    );
  });

  it('are the defaults for anything that means nothing', () => {
    const usual = parsePerformanceFilters({});
    expect(performanceSearch(usual)).toBe('');
    const nonsense = {
      groupBy: 'toString',
      period: 'constructor',
      from: '2026-02-01',
      to: '2026-01-01',
      asOf: 'now',
    };
    expect(parsePerformanceFilters(nonsense)).toEqual(usual);
  });
});

describe('periods', () => {
  it('follow the fiscal year and end today', () => {
    const today = day('2026-11-22');
    expect(presetPeriod('fy', today, 2)).toEqual({ from: day('2026-02-01'), to: today });
    expect(presetPeriod('fq', today, 1)).toEqual({ from: day('2026-10-01'), to: today });
    expect(presetPeriod('pfq', today, 1)).toEqual({ from: day('2026-07-01'), to: day('2026-09-30') });
    expect(presetPeriod('pfy', today, 4)).toEqual({ from: day('2025-04-01'), to: day('2026-03-31') });
    expect(presetPeriod('12m', today, 1)).toEqual({ from: day('2025-11-23'), to: today });
    expect(presetPeriod('all', today, 1)).toEqual({ from: null, to: null });
  });
});
