import type { ReactNode } from 'react';
import { cn } from '#components/ui/cn.ts';

/** The sunken box under a condition: its histogram or its details. */
export function DetailsPanel({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={cn('mt-1.5 basis-full rounded-2 border border-line bg-sunken px-2.5 pt-2.5 pb-2', className)}
    >
      {children}
    </section>
  );
}

/** One line of details: its name at the left. */
export function DetailsLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[64px_minmax(0,1fr)] items-start gap-2 py-1">
      <span className="flex h-7 items-center text-12 text-ink-3">{name}</span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
