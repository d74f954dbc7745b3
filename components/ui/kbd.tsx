import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** A key cap. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 border border-line bg-panel px-1 font-sans text-11 leading-none text-ink-3',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
