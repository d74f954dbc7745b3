import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '#components/ui/cn.ts';
import { inputClass } from '#components/ui/input.tsx';

/** The browser's own list, for forms that must work before any script has loaded. */
export function NativeSelect({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select
        {...rest}
        className={cn(
          inputClass,
          'h-8 appearance-none pr-8 text-14 read-only:bg-panel max-sm:h-10 max-sm:text-16',
          className,
        )}
      >
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        aria-hidden
      />
    </span>
  );
}
