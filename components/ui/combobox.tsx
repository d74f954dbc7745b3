'use client';
import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { cn } from './cn.ts';
import { ComboList } from './combo-list.tsx';
import { type ComboOption, type LoadOptions, useComboOptions } from './combo-options.ts';
import { Popover } from './popover.tsx';

/** Looks of the button that opens a combobox. */
export const comboTriggerClass =
  'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-2 border border-line-strong bg-panel px-2.5 text-left text-13 whitespace-nowrap hover:bg-hover disabled:bg-press disabled:text-ink-3 aria-invalid:border-bad max-sm:min-h-9';

/** One choice of a long or fetched list, found by typing. */
export function Combobox({
  label,
  value,
  onValueChange,
  options,
  loadOptions,
  placeholder = 'Choose',
  valueLabel,
  trigger,
  size = 'md',
  className,
  id,
  ...aria
}: {
  label: string;
  value: string | null;
  onValueChange: (value: string, option: ComboOption) => void;
  options?: ComboOption[];
  /** Stable function (module scope or memoised); replaces `options`. */
  loadOptions?: LoadOptions;
  placeholder?: string;
  /** Text of the current value when it is not among the options at hand. */
  valueLabel?: string;
  /** Replaces the button. */
  trigger?: ReactElement;
  size?: 'md' | 'lg';
  className?: string;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const offered = useComboOptions(query, options, loadOptions, open);
  const text =
    [...(options ?? []), ...offered.options].find((option) => option.value === value)?.label ??
    valueLabel ??
    value;

  function toggle(next: boolean): void {
    setOpen(next);
    if (!next) setQuery('');
  }

  return (
    <Popover
      open={open}
      onOpenChange={toggle}
      label={label}
      className="w-80 p-0"
      trigger={
        trigger ?? (
          <button
            {...aria}
            id={id}
            type="button"
            aria-label={`${label}: ${text ?? placeholder}`}
            className={cn(comboTriggerClass, size === 'lg' && 'h-8 w-full text-14', className)}
          >
            <span className={cn('truncate', !text && 'text-ink-3')}>{text ?? placeholder}</span>
            <ChevronDown className="ml-auto size-3.5 text-ink-3" aria-hidden />
          </button>
        )
      }
    >
      <ComboList
        label={label}
        offered={offered}
        query={query}
        onQueryChange={setQuery}
        selected={new Set(value === null ? [] : [value])}
        multiple={false}
        onPick={(option) => {
          onValueChange(option.value, option);
          toggle(false);
        }}
      />
    </Popover>
  );
}
