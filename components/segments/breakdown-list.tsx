import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { Track } from '#components/ui/track.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Impact } from '#lib/shared/segment-shapes.ts';

const SHOWN = 5;
type Row = Impact['tiers'][number];

/** One side's counts by tier or owner, the most first; a row narrows the list below to those. */
export function BreakdownList({
  title,
  rows,
  side,
  chosen,
  onChoose,
}: {
  title: string;
  rows: Row[];
  side: 'entering' | 'leaving';
  /** Id of the chosen row, null for "none of it"; undefined when no row is chosen. */
  chosen: string | null | undefined;
  onChoose: (row: Row | null) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const counted = rows.filter((row) => row[side] > 0).sort((a, b) => b[side] - a[side]);
  const most = Math.max(1, ...counted.map((row) => row[side]));
  const shown = showsAll ? counted : counted.slice(0, SHOWN);
  const rest = counted.slice(shown.length);
  return (
    <div className="px-4 py-3">
      <h3 className="text-12 text-ink-3">{title}</h3>
      <ul className="mt-1 flex max-h-48 flex-col overflow-auto">
        {shown.map((row) => {
          const isChosen = chosen !== undefined && chosen === row.id;
          return (
            <li key={row.id ?? 'none'}>
              <button
                type="button"
                aria-pressed={isChosen}
                title={`Show the ${formatNumber(row[side])} of ${row.label}`}
                onClick={() => onChoose(isChosen ? null : row)}
                className={cn(
                  'flex h-6 w-full items-center gap-2 rounded-1 text-left hover:bg-hover',
                  isChosen && 'bg-accent-soft text-accent-ink',
                )}
              >
                <span className="min-w-0 flex-1 truncate">{row.label}</span>
                <span className="w-16">
                  <Track share={row[side] / most} />
                </span>
                <span className="w-12 text-right">{formatNumber(row[side])}</span>
              </button>
            </li>
          );
        })}
        {counted.length === 0 && <li className="text-ink-3">none</li>}
      </ul>
      {rest.length > 0 && (
        <Button variant="link" className="min-h-6" onClick={() => setShowsAll(true)}>
          {formatCount(rest.length, 'other')}, {formatNumber(rest.reduce((sum, row) => sum + row[side], 0))}
        </Button>
      )}
    </div>
  );
}
