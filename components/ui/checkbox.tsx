'use client';
import { Check, Minus } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

/** A checkbox; with `children` they are its label. `checked` may be `'indeterminate'`. */
export function Checkbox({
  className,
  children,
  id,
  ...rest
}: ComponentProps<typeof RadixCheckbox.Root> & { children?: ReactNode }) {
  const ownId = useId();
  const box = (
    <RadixCheckbox.Root
      {...rest}
      id={id ?? ownId}
      className={cn(
        'grid size-3.5 shrink-0 place-items-center rounded-[3px] border border-n-500 bg-panel text-on-accent disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        !children && className,
      )}
    >
      <RadixCheckbox.Indicator>
        {rest.checked === 'indeterminate' ? (
          <Minus className="size-2.5 stroke-[3.5]" aria-hidden />
        ) : (
          <Check className="size-2.5 stroke-[3.5]" aria-hidden />
        )}
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
  if (!children) return box;
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      {box}
      <label htmlFor={id ?? ownId} className="cursor-pointer">
        {children}
      </label>
    </span>
  );
}
