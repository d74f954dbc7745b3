'use client';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { cn } from './cn.ts';
import { Input, type InputProps } from './input.tsx';
import { parseTypedNumber } from './typed-number.ts';

/**
 * A number as people type it: `1,200`, `1.2k`, `3.5m`. Reports `null` for empty and keeps what was typed when it is
 * not a number, marked invalid, until it is; a form is not sent meanwhile and says why.
 */
export function NumberInput({
  value,
  onValueChange,
  unit,
  className,
  onBlur,
  ...rest
}: Omit<InputProps, 'value' | 'defaultValue' | 'type' | 'onChange'> & {
  value: number | null;
  onValueChange: (value: number | null) => void;
  /** Shown inside at the end, e.g. `days`. */
  unit?: string;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : formatNumber(value, { digits: 6 }));
  const unreadable = draft !== null && parseTypedNumber(draft) === undefined;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.setCustomValidity(unreadable ? 'Write a number, for example 1,200 or 1.2k.' : '');
  }, [unreadable]);

  function change(typed: string): void {
    setDraft(typed);
    const parsed = parseTypedNumber(typed);
    if (parsed !== undefined) onValueChange(parsed);
  }

  return (
    <span className={cn('relative inline-flex w-full items-center', className)}>
      <Input
        {...rest}
        ref={field}
        inputMode="decimal"
        value={shown}
        aria-invalid={unreadable || rest['aria-invalid'] || undefined}
        onChange={(event) => change(event.target.value)}
        onBlur={(event) => {
          if (!unreadable) setDraft(null);
          onBlur?.(event);
        }}
        className={cn('text-right', unit && 'pr-[calc(var(--unit)*1ch+18px)]')}
        style={unit ? ({ '--unit': unit.length } as React.CSSProperties) : undefined}
      />
      {unit && <span className="pointer-events-none absolute right-2.5 text-12 text-ink-3">{unit}</span>}
    </span>
  );
}
