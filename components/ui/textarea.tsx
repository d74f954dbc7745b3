import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { inputClass } from './input.tsx';

/** A text area that grows with what is typed. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={cn(
        inputClass,
        'field-sizing-content max-h-80 min-h-16 resize-y py-1.5 text-14 max-sm:text-16',
        className,
      )}
    />
  );
}
