import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** Says why there is nothing (which condition emptied it, or what the page is for) and offers the next step. */
export function EmptyState({
  title,
  children,
  actions,
  className,
}: {
  /** A full sentence. */
  title: ReactNode;
  children?: ReactNode;
  /** One primary or secondary button, at most two quiet ones after it. */
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn('max-w-xl rounded-2 border border-line bg-panel px-4 py-4.5', className)}>
      <div className="font-semibold">{title}</div>
      {children && <div className="mt-1 text-ink-2">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
