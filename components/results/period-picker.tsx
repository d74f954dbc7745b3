'use client';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Performance } from '#lib/metrics/performance.ts';
import type { PerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { type PeriodPreset, periodPresets } from '#lib/metrics/period-presets.ts';
import { formatIsoDay } from '#lib/shared/days.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Field } from '../ui/field.tsx';
import { Popover } from '../ui/popover.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { periodWords } from './words.ts';

const presets = Object.entries(periodPresets).map(([value, label]) => ({ value, label }));

/** The period by close date: a preset, or two days. The dates it means stand on the button. */
export function PeriodPicker({
  data: { filters, frame, today },
  change,
}: {
  data: Performance;
  change: (changes: Partial<PerformanceFilters>) => void;
}) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(frame.from ?? '');
  const [to, setTo] = useState(frame.to ?? '');
  const [asOf, setAsOf] = useState(filters.asOf ?? '');
  const isSamePeriod = from === (frame.from ?? '') && to === (frame.to ?? '');
  const isFuture = asOf > formatIsoDay(today);
  const isOutOfOrder = from !== '' && to !== '' && from > to;
  const error = isOutOfOrder ? 'The period ends before it begins.' : undefined;
  const isReady = (isSamePeriod || (from !== '' && to !== '')) && !isOutOfOrder && !isFuture;
  return (
    <Popover
      label="Period"
      open={open}
      onOpenChange={(next) => {
        setFrom(frame.from ?? '');
        setTo(frame.to ?? '');
        setAsOf(filters.asOf ?? '');
        setOpen(next);
      }}
      className="w-72"
      trigger={
        <Button>
          <span className="font-normal text-ink-2">Closed</span> {periodWords(frame.from, frame.to)}
          <ChevronDown aria-hidden className="text-ink-3" />
        </Button>
      }
    >
      <RadioGroup
        label="Period"
        value={typeof filters.period === 'string' ? filters.period : ''}
        onValueChange={(period) => {
          setOpen(false);
          change({ period: period as PeriodPreset });
        }}
        options={presets}
      />
      <form
        className="mt-3 grid gap-2 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          setOpen(false);
          change({
            ...(isSamePeriod ? {} : { period: { from, to } }),
            asOf: asOf === '' ? null : asOf,
          });
        }}
      >
        <Field label="From">
          <DateInput value={from} onValueChange={setFrom} />
        </Field>
        <Field label="To" {...(error ? { error } : {})}>
          <DateInput value={to} onValueChange={setTo} />
        </Field>
        <Field
          label="As of"
          optional
          hint="Deals, stages and members as they stood at the end of that day."
          {...(isFuture ? { error: 'Nobody knows the future: give a day up to today.' } : {})}
        >
          <DateInput value={asOf} onValueChange={setAsOf} />
        </Field>
        <Button
          type="submit"
          variant="primary"
          {...(isReady
            ? {}
            : { reason: isFuture ? 'The “as of” day lies ahead.' : (error ?? 'Give both days.') })}
        >
          Show these days
        </Button>
      </form>
    </Popover>
  );
}
