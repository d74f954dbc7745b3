'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import {
  type PerformanceFilters,
  type PerformanceGroup,
  performanceGroups,
} from '#lib/metrics/performance-filters.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { ComparePicker } from './compare-picker.tsx';
import { PeriodPicker } from './period-picker.tsx';

const groups = (Object.entries(performanceGroups) as [PerformanceGroup, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** What is compared, and over which deals. */
export function FilterBar({
  data,
  change,
}: {
  data: Performance;
  change: (changes: Partial<PerformanceFilters>) => void;
}) {
  const { filters, options } = data;
  const isBySegment = filters.groupBy === 'segment';
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-4 py-2.5"
    >
      <Select
        label="Rows"
        prefix="By"
        value={filters.groupBy}
        onValueChange={(groupBy) => change({ groupBy })}
        options={groups}
      />
      {isBySegment && <ComparePicker data={data} change={change} />}
      <PeriodPicker data={data} change={change} />
      {options.pipelines.length > 1 && (
        <Select
          label="Pipeline"
          prefix="Pipeline"
          value={filters.pipeline ?? '*'}
          onValueChange={(pipeline) => change({ pipeline })}
          options={[
            ...options.pipelines.map((name) => ({ value: name, label: name })),
            { value: '*', label: 'All pipelines' },
          ]}
        />
      )}
      {isBySegment && (
        <Segmented
          label="Membership"
          value={filters.membership}
          onValueChange={(membership) => change({ membership })}
          options={[
            { value: 'current', label: 'Current membership' },
            { value: 'atCreation', label: 'When the deal was created' },
          ]}
        />
      )}
    </div>
  );
}
