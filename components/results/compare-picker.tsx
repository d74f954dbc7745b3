'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import type { PerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { formatCount } from '#lib/shared/format.ts';
import { Button } from '../ui/button.tsx';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { Select } from '../ui/select.tsx';

const OWN_CHOICE = 'own';

/** Which segments stand beside each other: the parts of a split, all of them, or chosen ones. */
export function ComparePicker({
  data: { filters, options },
  change,
}: {
  data: Performance;
  change: (changes: Partial<PerformanceFilters>) => void;
}) {
  const { segments } = options;
  const parents = [...new Set(segments.flatMap((segment) => segment.parent ?? []))];
  const splits = parents
    .map((parent) => ({ parent, ids: segments.filter((one) => one.parent === parent).map((one) => one.id) }))
    .filter((split) => split.ids.length > 1);
  const isChosen = (ids: readonly string[]) =>
    ids.length === filters.compare.length && ids.every((id) => filters.compare.includes(id));
  const split = splits.find(({ ids }) => isChosen(ids));
  const isAll = filters.compare.length >= segments.length - 1;
  return (
    <>
      <Select
        label="Compare"
        prefix="Compare"
        value={split?.parent ?? (isAll ? '*' : OWN_CHOICE)}
        onValueChange={(value) => {
          if (value === OWN_CHOICE) return;
          change({ compare: splits.find(({ parent }) => parent === value)?.ids ?? ['*'] });
        }}
        options={[
          ...splits.map(({ parent }) => ({ value: parent, label: `${parent} split` })),
          { value: '*', label: 'All segments' },
          ...(split || isAll ? [] : [{ value: OWN_CHOICE, label: 'Chosen segments' }]),
        ]}
      />
      <MultiCombobox
        label="Segments"
        placeholder="Choose segments"
        value={filters.compare}
        onValueChange={(compare) => change({ compare })}
        options={segments.map((segment) => ({
          value: segment.id,
          label: segment.name,
          count: segment.members,
        }))}
        trigger={<Button>{formatCount(filters.compare.length, 'segment')}</Button>}
      />
    </>
  );
}
