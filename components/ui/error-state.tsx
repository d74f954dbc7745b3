import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** What went wrong and what to do, in place of the content. */
export function ErrorState({
  title,
  children,
  actions,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role="alert"
      className={cn('flex max-w-xl gap-2.5 rounded-2 border border-line bg-panel px-4 py-4.5', className)}
    >
      <TriangleAlert className="mt-0.5 size-4 text-bad-ink" aria-hidden />
      <div className="min-w-0">
        <div className="font-semibold">{title}</div>
        {children && <div className="mt-1 text-ink-2">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
