import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export type DataListItem = { label: ReactNode; value: ReactNode; fact?: ReactNode; title?: string };

/** Names and values of one record, aligned; `fact` (source, age) stands at the right. */
export function DataList({
  items,
  labelWidth = 120,
  className,
}: {
  items: readonly DataListItem[];
  labelWidth?: number;
  className?: string;
}) {
  return (
    <dl className={cn('grid', className)}>
      {items.map((item, index) => (
        <div key={index} className="flex min-h-7 items-baseline gap-3 py-1" title={item.title}>
          <dt className="shrink-0 text-ink-3" style={{ width: labelWidth }}>
            {item.label}
          </dt>
          <dd className="min-w-0 flex-1 break-words">{item.value}</dd>
          {item.fact && <dd className="shrink-0 text-12 text-ink-3">{item.fact}</dd>}
        </div>
      ))}
    </dl>
  );
}
