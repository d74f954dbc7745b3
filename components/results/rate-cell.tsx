'use client';
import type { ReactNode } from 'react';
import type { Rate } from '#lib/metrics/rate.ts';
import { formatRate } from '#lib/shared/format.ts';
import { IntervalWhisker } from '../ui/interval-whisker.tsx';

/** A rate with its interval drawn; nothing is drawn of nothing. */
export function RateCell({
  rate,
  max,
  reference,
  isPale = false,
  children,
}: {
  rate: Rate | null;
  /** Right end of the column's common scale. */
  max: number;
  reference: number | null;
  isPale?: boolean;
  /** The figure, when it is a link. */
  children?: ReactNode;
}) {
  if (!rate || rate.value === null || rate.low === null || rate.high === null) {
    return <span className="text-ink-3">–</span>;
  }
  return (
    <span className="flex items-center gap-2.5" title={`n ${rate.n}`}>
      <span className="w-12 shrink-0 text-right font-medium">{children ?? formatRate(rate.value)}</span>
      <IntervalWhisker
        rate={rate.value}
        low={rate.low}
        high={rate.high}
        max={max}
        {...(reference === null ? {} : { reference })}
        pale={isPale}
      />
    </span>
  );
}

/** The end of a scale that holds every interval: the next round share above the highest. */
export function scaleEnd(rates: readonly (Rate | null)[]): number {
  const highest = Math.max(0, ...rates.map((rate) => rate?.high ?? 0));
  return Math.min(1, Math.max(0.02, Math.ceil(highest * 50 + 0.5) / 50));
}
