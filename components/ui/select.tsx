'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as RadixSelect } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export type SelectOption<T extends string = string> = {
  value: T;
  label: ReactNode;
  /** Fact at the right, e.g. a count. */
  fact?: ReactNode;
  disabled?: boolean;
};
export type SelectGroup<T extends string = string> = { label: string; options: SelectOption<T>[] };

const item =
  'relative flex min-h-7 cursor-pointer items-center gap-2 rounded-1 py-1 pr-2 pl-7 outline-none select-none data-[disabled]:cursor-default data-[disabled]:text-off data-[highlighted]:bg-press';

function Item({ option }: { option: SelectOption }) {
  return (
    <RadixSelect.Item value={option.value} disabled={option.disabled} className={item}>
      <RadixSelect.ItemIndicator className="absolute left-2">
        <Check className="size-3.5" aria-hidden />
      </RadixSelect.ItemIndicator>
      <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
      {option.fact !== undefined && <span className="ml-auto pl-4 text-12 text-ink-3">{option.fact}</span>}
    </RadixSelect.Item>
  );
}

/** One choice of a short list. Give options or groups of options; with `prefix` it reads "Closed  this year". */
export function Select<T extends string>({
  label,
  prefix,
  value,
  onValueChange,
  options,
  groups,
  placeholder = 'Choose',
  size = 'md',
  variant = 'box',
  disabled,
  className,
  id,
  ...aria
}: {
  /** Accessible name; leave out inside a `Field`. */
  label?: string;
  prefix?: ReactNode;
  value: T | null;
  onValueChange: (value: T) => void;
  options?: SelectOption<T>[];
  groups?: SelectGroup<T>[];
  placeholder?: string;
  size?: 'sm' | 'md' | 'lg';
  /** `soft` is the grey operator look of the rule builder. */
  variant?: 'box' | 'soft' | 'ghost';
  disabled?: boolean;
  className?: string;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}) {
  return (
    <RadixSelect.Root
      value={value ?? ''}
      disabled={disabled}
      onValueChange={(next) => {
        // The hidden native select reports '' once when its options change.
        if (next !== '') onValueChange(next as T);
      }}
    >
      <RadixSelect.Trigger
        {...aria}
        id={id}
        aria-label={label}
        className={cn(
          'inline-flex min-w-0 shrink-0 items-center gap-1.5 rounded-2 border text-left whitespace-nowrap text-ink transition-colors hover:bg-hover disabled:bg-press disabled:text-ink-3 data-[placeholder]:text-ink-3 aria-invalid:border-bad [&>span]:truncate',
          { sm: 'h-6 px-2 text-12', md: 'h-7 px-2.5 text-13', lg: 'h-8 px-2.5 text-14' }[size],
          {
            box: 'border-line-strong bg-panel',
            soft: 'h-6 rounded-1 border-transparent bg-press pr-1 pl-2 font-medium',
            ghost: 'border-transparent bg-transparent text-ink-2',
          }[variant],
          'max-sm:min-h-9',
          className,
        )}
      >
        {prefix && <span className="text-ink-2">{prefix}</span>}
        <span className={cn(prefix && 'font-medium')}>
          <RadixSelect.Value placeholder={placeholder} />
        </span>
        <RadixSelect.Icon className="ml-auto">
          <ChevronDown className="size-3.5 text-ink-3" aria-hidden />
        </RadixSelect.Icon>
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-3 bg-raised text-13 text-ink shadow-pop"
        >
          <RadixSelect.Viewport className="max-h-80 p-1">
            {options?.map((option) => (
              <Item key={option.value} option={option} />
            ))}
            {groups?.map((group) => (
              <RadixSelect.Group key={group.label}>
                <RadixSelect.Label className="px-2 pt-2 pb-1 text-12 text-ink-3">
                  {group.label}
                </RadixSelect.Label>
                {group.options.map((option) => (
                  <Item key={option.value} option={option} />
                ))}
              </RadixSelect.Group>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}
