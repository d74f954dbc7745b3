'use client';
import { Switch as RadixSwitch } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

/** An on/off switch that takes effect at once; `children` are its label. */
export function Switch({
  className,
  children,
  id,
  ...rest
}: ComponentProps<typeof RadixSwitch.Root> & { children?: ReactNode }) {
  const ownId = useId();
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <RadixSwitch.Root
        {...rest}
        id={id ?? ownId}
        className="relative h-4 w-7 shrink-0 rounded-full border border-n-500 bg-press transition-colors disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-3 translate-x-px rounded-full bg-n-500 transition-transform data-[state=checked]:translate-x-[13px] data-[state=checked]:bg-on-accent" />
      </RadixSwitch.Root>
      {children && (
        <label htmlFor={id ?? ownId} className="cursor-pointer">
          {children}
        </label>
      )}
    </span>
  );
}
