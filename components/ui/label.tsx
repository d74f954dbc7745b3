import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** A label above its control. */
export function Label({ className, children, ...rest }: ComponentProps<'label'>) {
  return (
    <label {...rest} className={cn('block text-13 font-medium text-ink', className)}>
      {children}
    </label>
  );
}
