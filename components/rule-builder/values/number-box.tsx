'use client';
import { useState } from 'react';
import { parseTypedNumber } from '#components/ui/typed-number.ts';
import { cn } from '#components/ui/cn.ts';
import type { Field } from '#lib/rules/catalog.ts';
import { formatNumber } from '#lib/shared/format.ts';

/** Rates are kept as 0–1 and typed as per cent. */
export function isRate(field: Pick<Field, 'unit'> | null): boolean {
  return field?.unit?.startsWith('rate') ?? false;
}

function shownNumber(value: number, field: Pick<Field, 'unit'> | null): string {
  if (field?.unit === 'year') return String(value);
  return formatNumber(isRate(field) ? value * 100 : value, { digits: 6 });
}

/** A number inside a pill, as wide as what it holds; reads 1,200, 1.2k and 3.5m. */
export function NumberBox({
  label,
  field,
  value,
  onChange,
  autoFocus,
  placeholder = 'Number',
  className,
}: {
  label: string;
  field: Pick<Field, 'unit'> | null;
  value: number | null;
  onChange: (value: number | null) => void;
  autoFocus?: boolean;
  placeholder?: string;
  className?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : parseTypedNumber(typed);
  const scale = isRate(field) ? 100 : 1;
  return (
    <span className="inline-flex items-center">
      <input
        data-value
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={placeholder}
        aria-invalid={parsed === undefined || undefined}
        value={typed ?? (value === null ? '' : shownNumber(value, field))}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = parseTypedNumber(event.target.value);
          if (next !== undefined) onChange(next === null ? null : Number((next / scale).toPrecision(12)));
        }}
        onBlur={() => parsed !== undefined && setTyped(null)}
        className={cn(
          'h-[22px] min-w-9 max-w-32 rounded-1 bg-transparent px-1.5 text-right font-medium [field-sizing:content] placeholder:font-normal focus-visible:outline-offset-[-2px] aria-invalid:text-bad-ink max-sm:text-16',
          className,
        )}
      />
      {scale === 100 && <span className="pr-1 text-ink-3">%</span>}
    </span>
  );
}
