import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** Shared looks of every text control. */
export const inputClass =
  'w-full min-w-0 rounded-2 border border-line-strong bg-panel px-2.5 text-ink transition-colors hover:border-n-400 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-accent disabled:cursor-default disabled:bg-press disabled:text-ink-3 read-only:bg-sunken aria-invalid:border-bad aria-invalid:outline-bad';

export type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** `md` 28 px in bars and rows, `lg` 32 px in forms. */
  size?: 'md' | 'lg';
};

/** A text input. Inside `Field` it takes id, description and error by itself. */
export function Input({ size = 'lg', className, ...rest }: InputProps) {
  return (
    <input
      autoComplete="off"
      {...rest}
      className={cn(
        inputClass,
        size === 'lg' ? 'h-8 text-14' : 'h-7 text-13',
        'max-sm:h-10 max-sm:text-16',
        className,
      )}
    />
  );
}
