'use client';
import { RadioGroup as RadixRadio } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

export type RadioOption<T extends string> = {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

/** One choice of few, each with an optional line that says what it means. */
export function RadioGroup<T extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: {
  /** The group's name for assistive technology. */
  label: string;
  value: T | null;
  onValueChange: (value: T) => void;
  options: RadioOption<T>[];
  className?: string;
}) {
  const id = useId();
  return (
    <RadixRadio.Root
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => onValueChange(next as T)}
      className={cn('grid gap-2', className)}
    >
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-2">
          <RadixRadio.Item
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.disabled}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            className="mt-0.5 grid size-3.5 shrink-0 place-items-center rounded-full border border-n-500 bg-panel disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
          >
            <RadixRadio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </RadixRadio.Item>
          <div>
            <label htmlFor={`${id}-${option.value}`} className="cursor-pointer">
              {option.label}
            </label>
            {option.hint && (
              <p id={`${id}-${option.value}-hint`} className="text-12 text-ink-3">
                {option.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </RadixRadio.Root>
  );
}
