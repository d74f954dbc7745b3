'use client';
import { valueCellClass } from '../pill.tsx';
import { NumberBox } from './number-box.tsx';
import type { ValueProps } from './value-props.ts';

/** One number. */
export function NumberValue({ field, value, onChange, autoOpen }: ValueProps) {
  return (
    <span className={valueCellClass}>
      <NumberBox
        label={`Value of ${field.label}`}
        field={field}
        autoFocus={autoOpen}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined, { isTyping: true })}
      />
    </span>
  );
}

type Ends = readonly [number | null, number | null];

function endsOf(value: ValueProps['value']): Ends {
  if (!Array.isArray(value)) return [null, null];
  const [low, high] = value as readonly unknown[];
  return [typeof low === 'number' ? low : null, typeof high === 'number' ? high : null];
}

/** Two numbers, both included. A half-filled pair is kept: it is unfinished, not wrong. */
export function NumberRangeValue({ field, value, onChange, autoOpen }: ValueProps) {
  const [low, high] = endsOf(value);
  const change = (ends: Ends) => {
    const isEmpty = ends[0] === null && ends[1] === null;
    onChange(isEmpty ? undefined : (ends.map((end) => end ?? '') as [number, number]), { isTyping: true });
  };
  return (
    <span className={valueCellClass}>
      <NumberBox
        label={`${field.label}, from`}
        field={field}
        autoFocus={autoOpen}
        placeholder="from"
        value={low}
        onChange={(next) => change([next, high])}
      />
      <span className="text-ink-3" aria-hidden>
        –
      </span>
      <NumberBox
        label={`${field.label}, to`}
        field={field}
        placeholder="to"
        value={high}
        onChange={(next) => change([low, next])}
      />
    </span>
  );
}
