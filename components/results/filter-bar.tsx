'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import {
  type PerformanceFilters,
  type PerformanceGroup,
  performanceGroups,
} from '#lib/metrics/performance-filters.ts';
import { formatCount } from '#lib/shared/format.ts';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { PeriodPicker } from './period-picker.tsx';

const groups = (Object.entries(performanceGroups) as [PerformanceGroup, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** What is compared, over which deals, and what that leaves out. */
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
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2.5"
    >
      <Select
        label="Rows"
        prefix="By"
        value={filters.groupBy}
        onValueChange={(groupBy) => change({ groupBy })}
        options={groups}
      />
      {isBySegment && (
        <MultiCombobox
          label="Compare segments"
          placeholder={`All ${options.segments.length} segments`}
          value={filters.compare}
          onValueChange={(compare) => change({ compare })}
          options={options.segments.map((segment) => ({
            value: segment.id,
            label: segment.name,
            count: segment.members,
            ...(segment.parent === null ? {} : { group: `Parts of ${segment.parent}` }),
          }))}
          className="max-w-80"
        />
      )}
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
      <LeftOutFacts data={data} />
    </div>
  );
}

function LeftOutFacts({ data }: { data: Performance }) {
  const { undated, beforePublish, withoutAccount } = data.byGroup.leftOut;
  const facts = [
    ...(undated > 0 ? [`${formatCount(undated, 'undated deal')} left out`] : []),
    ...(beforePublish > 0 ? [`${formatCount(beforePublish, 'deal')} older than a segment`] : []),
    ...(withoutAccount > 0 ? [`${formatCount(withoutAccount, 'deal')} without an account`] : []),
  ];
  if (facts.length === 0) return null;
  const why =
    'Undated deals have no date to go by. Deals older than a segment’s first publish cannot be placed in it. Deals without an account count in all accounts and in no segment.';
  return (
    <Tooltip content={why}>
      <button type="button" className="ml-auto cursor-help rounded-1 text-left text-12 text-ink-3">
        {facts.join(' · ')}
      </button>
    </Tooltip>
  );
}
