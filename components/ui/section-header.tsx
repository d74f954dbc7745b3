import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** Heading of a part of a page: title, a fact beside it, actions at the right. */
export function SectionHeader({
  title,
  fact,
  actions,
  level = 2,
  className,
}: {
  title: ReactNode;
  fact?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={cn('flex min-h-8 flex-wrap items-center gap-x-2', className)}>
      <Heading className="text-13">{title}</Heading>
      {fact && <span className="text-12 text-ink-3">{fact}</span>}
      {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </div>
  );
}
