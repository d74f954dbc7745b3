'use client';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export type SegmentOption<T extends string> = { value: T; label: ReactNode; name?: string };

/** Joined buttons for one choice of two to four; arrows move. `name` names an option that shows only an icon. */
export function Segmented<T extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: SegmentOption<T>[];
  className?: string;
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => onValueChange(next as T)}
      className={cn(
        'inline-flex h-7 shrink-0 rounded-2 border border-line-strong bg-panel max-sm:h-9',
        className,
      )}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          className="flex items-center gap-1.5 border-r border-line px-2.5 whitespace-nowrap text-ink-2 transition-colors first:rounded-l-[5px] last:rounded-r-[5px] last:border-r-0 hover:bg-hover data-[state=checked]:bg-press data-[state=checked]:font-medium data-[state=checked]:text-ink [&_svg]:size-3.5"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
