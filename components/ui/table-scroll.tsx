import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/**
 * Holds a table that may be wider than the page: it scrolls sideways inside, by keys too. `label` names the table; give
 * each on a page its own.
 */
export function TableScroll({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={`${label}, table`}
      tabIndex={0}
      className={cn('overflow-x-auto print:overflow-visible', className)}
    >
      {children}
    </div>
  );
}
