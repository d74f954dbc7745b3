'use client';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import type { ComboOption, LoadOptions } from '#components/ui/combo-options.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { fieldValuesShape } from '#lib/shared/preview-shapes.ts';
import { ListSearch } from './list-search.tsx';

/** Stands in an address for "not known" or "nobody". */
export const NOT_KNOWN = '~';

/** One quick filter of a list: a field whose values are offered with their counts, or a few fixed options. */
export type ListFilter = {
  key: string;
  label: string;
  entity: 'account' | 'contact';
  options?: ComboOption[];
  missing?: string;
};

function loader({ entity, key, missing }: ListFilter): LoadOptions {
  return async (search, signal) => {
    const query = new URLSearchParams({ entity, field: key, search, limit: '50' });
    const { items } = await api(`/fields/values?${query}`, { schema: fieldValuesShape, signal });
    const values = items.map(({ value, label, count }) => ({ value, label, count }));
    return missing && search === '' ? [{ value: NOT_KNOWN, label: missing }, ...values] : values;
  };
}

const loaders = new Map<string, LoadOptions>();

/** The same function for the same filter, as the pickers ask. */
function loaderOf(filter: ListFilter): LoadOptions {
  const key = `${filter.entity}.${filter.key}`;
  const known = loaders.get(key) ?? loader(filter);
  loaders.set(key, known);
  return known;
}

function FilterPicker({
  filter,
  value,
  labels,
  onChange,
}: {
  filter: ListFilter;
  value: string[];
  labels: ReadonlyMap<string, string>;
  onChange: (value: string[]) => void;
}) {
  const labelOf = (one: string) =>
    one === NOT_KNOWN
      ? (filter.missing ?? 'not known')
      : (filter.options?.find((option) => option.value === one)?.label ?? labels.get(one) ?? one);
  const [first] = value;
  return (
    <MultiCombobox
      label={filter.label}
      value={value}
      onValueChange={onChange}
      {...(filter.options ? { options: filter.options } : { loadOptions: loaderOf(filter) })}
      labelOf={labelOf}
      trigger={
        <Button size="sm" variant={value.length > 0 ? 'secondary' : 'ghost'}>
          <span className={value.length > 0 ? 'text-ink-3' : undefined}>{filter.label}</span>
          {first !== undefined && (
            <span className="max-w-36 truncate font-medium">
              {labelOf(first)}
              {value.length > 1 && ` +${value.length - 1}`}
            </span>
          )}
          <ChevronDown aria-hidden />
        </Button>
      }
    />
  );
}

/** Search, segment and quick filters of a list. All of it lives in the address. */
export function ListFilters({
  placeholder,
  filters,
  more,
  segments,
  labels,
  params,
  onChange,
}: {
  placeholder: string;
  filters: readonly ListFilter[];
  /** Shown once a person asks for them, or while they are in use. */
  more: readonly ListFilter[];
  segments: readonly { id: string; name: string }[];
  /** Names of chosen references. */
  labels: ReadonlyMap<string, string>;
  params: URLSearchParams;
  onChange: (change: Record<string, string[] | null>) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const inUse = (filter: ListFilter) => params.has(filter.key);
  const shown = [...filters, ...more.filter((filter) => showsAll || inUse(filter))];
  const segmentId = params.get('segment');
  const isNarrowed =
    ['q', 'segment', 'rule'].some((key) => params.has(key)) || [...filters, ...more].some(inUse);
  return (
    <>
      <ListSearch
        placeholder={placeholder}
        value={params.get('q') ?? ''}
        onSearch={(text) => onChange({ q: text ? [text] : null })}
      />
      <Combobox
        label="Segment"
        value={segmentId}
        onValueChange={(id) => onChange({ segment: [id] })}
        options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        trigger={
          <Button size="sm" variant={segmentId ? 'secondary' : 'ghost'}>
            <span className={segmentId ? 'text-ink-3' : undefined}>Segment</span>
            {segmentId && (
              <span className="max-w-48 truncate font-medium">
                {segments.find(({ id }) => id === segmentId)?.name ?? segmentId}
              </span>
            )}
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      {shown.map((filter) => (
        <FilterPicker
          key={filter.key}
          filter={filter}
          value={params.getAll(filter.key)}
          labels={labels}
          onChange={(value) => onChange({ [filter.key]: value.length > 0 ? value : null })}
        />
      ))}
      {!showsAll && more.some((filter) => !inUse(filter)) && (
        <Button size="sm" variant="ghost" onClick={() => setShowsAll(true)}>
          More
        </Button>
      )}
      {isNarrowed && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            onChange(
              Object.fromEntries(
                ['q', 'segment', 'rule', ...[...filters, ...more].map(({ key }) => key)].map((key) => [
                  key,
                  null,
                ]),
              ),
            )
          }
        >
          <X aria-hidden />
          Clear
        </Button>
      )}
    </>
  );
}
