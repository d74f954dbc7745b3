import { LoadBar } from '#components/ui/balance-bar.tsx';
import { cn } from '#components/ui/cn.ts';
import { formatNumber, formatRate } from '#lib/shared/format.ts';

/** Whether a share of target (1 = on target) lies outside ± tolerance; a rounding error on the edge does not count. */
export function isOutOfBand(share: number | null, tolerance: number): boolean {
  return share !== null && Math.abs(share - 1) > tolerance + 1e-9;
}

export function ShareOfTarget({ share, tolerance }: { share: number | null; tolerance: number }) {
  if (share === null) return <span className="text-ink-3">–</span>;
  const out = isOutOfBand(share, tolerance);
  return (
    <span
      className={cn('font-medium', out && 'text-caution-ink')}
      title={out ? 'Out of the band' : undefined}
    >
      {formatRate(share, { digits: 0 })}
      {out && <span className="sr-only"> out of the band</span>}
    </span>
  );
}

/** Accounts against the cap; caution above it. */
export function CountOfCap({ count, cap }: { count: number; cap: number | null }) {
  const over = cap !== null && count > cap;
  return (
    <span
      className={cn(over && 'font-medium text-caution-ink')}
      title={over ? `${formatNumber(count - cap)} over the cap` : undefined}
    >
      {formatNumber(count)}
      {cap !== null && (
        <span className={cn(!over && 'text-ink-3')}>
          {' / '}
          {formatNumber(cap)}
        </span>
      )}
      {over && <span className="sr-only"> over the cap</span>}
    </span>
  );
}

/** Touches a month against capacity: a bar with the capacity as a tick, and both numbers. */
export function TouchesOfCapacity({
  touches,
  capacity,
  hasBar = true,
}: {
  touches: number;
  capacity: number | null;
  hasBar?: boolean;
}) {
  if (capacity === null) {
    return <span title="No capacity is set">{formatNumber(touches)}</span>;
  }
  const over = touches > capacity;
  return (
    <span className="flex items-center justify-end gap-2">
      {hasBar && <LoadBar load={touches} capacity={capacity} />}
      <span className={cn(hasBar && 'min-w-18', over && 'font-medium text-caution-ink')}>
        {formatNumber(touches)}
        <span className={cn(!over && 'text-ink-3')}>
          {' / '}
          {formatNumber(capacity)}
        </span>
        {over && <span className="sr-only"> over capacity</span>}
      </span>
    </span>
  );
}
