import type { ReactNode } from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { cn } from './cn.ts';
import { Track } from './track.tsx';

export type BreakdownRow = { key: string; label: string; count: number; other?: boolean };

/** A short list of values with a grey bar and a count each; clicking a value narrows to it. */
export function BreakdownBars({
  title,
  rows,
  stale,
  onPick,
  className,
}: {
  /** Text, or a select that changes the field. */
  title: ReactNode;
  rows: readonly BreakdownRow[];
  stale?: boolean;
  onPick?: (key: string) => void;
  className?: string;
}) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  // Every row is a grid of its own: the widest count sets the width for all, so that the bars line up.
  const countWidth = `max(28px, ${formatNumber(most).length}ch)`;
  return (
    <section className={cn('min-w-0', className)}>
      <h2 className="flex h-6 items-center text-12 font-medium text-ink-2">{title}</h2>
      <ul className={cn(stale && 'is-stale')}>
        {rows.map((row) => (
          <li
            key={row.key}
            className="grid h-6 items-center gap-1.5 text-12"
            style={{ gridTemplateColumns: `minmax(0,1fr) 40px ${countWidth}` }}
          >
            {onPick && !row.other ? (
              <button
                type="button"
                onClick={() => onPick(row.key)}
                className="h-6 truncate rounded-1 text-left hover:underline"
              >
                {row.label}
              </button>
            ) : (
              <span className={cn('truncate', row.other && 'text-ink-3')}>{row.label}</span>
            )}
            <Track share={row.count / most} pale={row.other} />
            <span className="text-right">{formatNumber(row.count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
