import { Track } from '#components/ui/track.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { Impact } from '#lib/shared/segment-shapes.ts';

const SHOWN = 5;

/** One side's counts by tier or owner, the most first; the rest in one line. */
export function BreakdownList({
  title,
  rows,
  side,
}: {
  title: string;
  rows: Impact['tiers'];
  side: 'entering' | 'leaving';
}) {
  const counted = rows.filter((row) => row[side] > 0).sort((a, b) => b[side] - a[side]);
  const most = Math.max(1, ...counted.map((row) => row[side]));
  const rest = counted.slice(SHOWN);
  return (
    <div className="px-4 py-3">
      <h3 className="text-12 text-ink-3">{title}</h3>
      <ul className="mt-1 flex flex-col">
        {counted.slice(0, SHOWN).map((row) => (
          <li key={row.id ?? 'none'} className="flex h-6 items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{row.label}</span>
            <span className="w-16">
              <Track share={row[side] / most} />
            </span>
            <span className="w-12 text-right">{formatNumber(row[side])}</span>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="flex h-6 items-center justify-between text-ink-3">
            <span>{rest.length} others</span>
            <span>{formatNumber(rest.reduce((sum, row) => sum + row[side], 0))}</span>
          </li>
        )}
        {counted.length === 0 && <li className="text-ink-3">none</li>}
      </ul>
    </div>
  );
}
