import type { RepAttainment, TeamAttainment } from '#lib/metrics/results.ts';
import { formatRate } from '#lib/shared/format.ts';

/** Won and open pipeline as shares of the quota on a common scale, the quota as a line. Nothing without a quota. */
export function QuotaBar({ line, scale }: { line: RepAttainment | TeamAttainment; scale: number }) {
  if (!line.quotaAmount) return <span className="text-12 text-ink-3">no quota set</span>;
  const won = (line.wonAmount.value ?? 0) / line.quotaAmount;
  const open = (line.openAmount.value ?? 0) / line.quotaAmount;
  const place = (rate: number) => `${Math.min(100, (rate / scale) * 100)}%`;
  const words = `${formatRate(won, { digits: 0 })} of quota won, open pipeline ${formatRate(open, { digits: 0 })} of quota`;
  return (
    <span role="img" aria-label={words} title={words} className="relative block h-3 w-full bg-press">
      <span
        className="absolute inset-y-0 left-0"
        style={{ width: place(won + open), background: 'var(--chart-fill)' }}
      />
      <span className="absolute inset-y-0 left-0 bg-n-500" style={{ width: place(won) }} />
      <span className="absolute -inset-y-1 w-px bg-ink" style={{ left: place(1) }} />
    </span>
  );
}
