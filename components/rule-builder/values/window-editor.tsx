'use client';
import { DateInput } from '#components/ui/date-input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Window } from '#lib/rules/ast.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { windowMeaning } from '../words.ts';

type Span = 'last' | 'next' | 'this' | 'previous' | 'following' | 'days';
type Loose = { field?: string; [key: string]: unknown };

const spans: { value: Span; label: string }[] = [
  { value: 'last', label: 'in the last' },
  { value: 'next', label: 'in the next' },
  { value: 'this', label: 'in this' },
  { value: 'previous', label: 'in the previous' },
  { value: 'following', label: 'in the following' },
  { value: 'days', label: 'between days' },
];

const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
const periodUnits = [
  { value: 'month', label: 'month' },
  { value: 'quarter', label: 'fiscal quarter' },
  { value: 'year', label: 'fiscal year' },
] as const;

function spanOf(window: Loose | undefined): Span {
  if (!window || 'last' in window) return 'last';
  if ('next' in window) return 'next';
  if (window.period === 'this') return 'this';
  if (window.period === 'previous') return 'previous';
  return window.period === 'next' ? 'following' : 'days';
}

function emptyOf(span: Span): Loose {
  if (span === 'last') return { last: 30, unit: 'day' };
  if (span === 'next') return { next: 90, unit: 'day' };
  if (span === 'days') return {};
  return { period: span === 'following' ? 'next' : span, unit: 'quarter' };
}

/**
 * A window of dates with the dates that it means today. `allowsHours` for moments; the field that the window asks
 * (`field`) is kept as it is.
 */
export function WindowEditor({
  label,
  window,
  dateType,
  onChange,
}: {
  label: string;
  window: Window | undefined;
  dateType: 'day' | 'instant';
  onChange: (window: Window) => void;
}) {
  const { words } = useRuleEditing();
  const loose = window as Loose | undefined;
  const span = spanOf(loose);
  const kept = loose?.field === undefined ? {} : { field: loose.field };
  const change = (next: Loose) => onChange({ ...kept, ...next } as Window);
  const amountKey = span === 'next' ? 'next' : 'last';
  const amount = loose?.[amountKey];
  const unit = typeof loose?.unit === 'string' ? loose.unit : 'day';
  const unitOptions = [...(dateType === 'instant' && span === 'last' ? (['hour'] as const) : []), ...units];
  const meaning = window && windowMeaning(window, dateType, words);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Select label={label} value={span} options={spans} onValueChange={(next) => change(emptyOf(next))} />
        {(span === 'last' || span === 'next') && (
          <>
            <NumberInput
              aria-label="How many"
              size="md"
              className="w-16"
              value={typeof amount === 'number' ? amount : null}
              onValueChange={(next) => change({ [amountKey]: next, unit })}
            />
            <Select
              label="Unit"
              value={unit}
              options={unitOptions.map((one) => ({ value: one, label: amount === 1 ? one : `${one}s` }))}
              onValueChange={(next) => change({ [amountKey]: amount, unit: next })}
            />
          </>
        )}
        {(span === 'this' || span === 'previous' || span === 'following') && (
          <Select
            label="Period"
            value={unit}
            options={[...periodUnits]}
            onValueChange={(next) => change({ period: loose?.period, unit: next })}
          />
        )}
        {span === 'days' && (
          <>
            <DateInput
              aria-label="From"
              size="md"
              className="w-34"
              value={typeof loose?.from === 'string' ? loose.from : ''}
              onValueChange={(day) => change(daysOf(day, loose?.to))}
            />
            <DateInput
              aria-label="To"
              size="md"
              className="w-34"
              value={typeof loose?.to === 'string' ? loose.to : ''}
              onValueChange={(day) => change(daysOf(loose?.from, day))}
            />
          </>
        )}
      </div>
      <p className="text-12 text-ink-3">
        {meaning ? (
          <>
            Means <span className="text-ink-2">{meaning}</span>, days in {words.calendar?.timeZone}
          </>
        ) : (
          'Fill in the dates.'
        )}
      </p>
    </div>
  );
}

function daysOf(from: unknown, to: unknown): Loose {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
