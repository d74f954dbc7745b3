'use client';
import { formatNumber } from '#lib/shared/format.ts';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { Track } from './track.tsx';

/** Long work: what is done of how much, with a count and Cancel. Without `total` it only says that it goes on. */
export function Progress({
  label,
  done,
  total,
  onCancel,
  cancelling,
  className,
}: {
  /** What is happening: "Importing". */
  label: string;
  done: number;
  total?: number;
  onCancel?: () => void;
  cancelling?: boolean;
  className?: string;
}) {
  const share = total ? done / total : 0;
  return (
    <div className={cn('flex items-center gap-2.5', className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total ? done : undefined}
        aria-valuetext={total ? `${formatNumber(done)} of ${formatNumber(total)}` : formatNumber(done)}
        className="flex min-w-0 flex-1 items-center gap-2.5"
      >
        <span className="whitespace-nowrap">
          {cancelling ? 'Stopping' : label} <b className="font-medium">{formatNumber(done)}</b>
          {total !== undefined && ` of ${formatNumber(total)}`}
        </span>
        {total !== undefined && <Track share={share} tone="accent" height={4} className="min-w-18 flex-1" />}
      </div>
      {onCancel && (
        <Button variant="link" onClick={onCancel} disabled={cancelling}>
          Cancel
        </Button>
      )}
    </div>
  );
}
