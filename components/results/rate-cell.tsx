'use client';
import type { ReactNode } from 'react';
import type { Rate } from '#lib/metrics/rate.ts';
import { fewestToTell } from '#lib/metrics/compare-rates.ts';
import { formatRate } from '#lib/shared/format.ts';
import { cn } from '../ui/cn.ts';
import { IntervalWhisker } from '../ui/interval-whisker.tsx';

/** A rate with its interval drawn; nothing is drawn of nothing. */
export function RateCell({
  rate,
  max,
  reference,
  isPale = false,
  width = 104,
  isWide = false,
  children,
}: {
  rate: Rate | null;
  /** Right end of the column's common scale. */
  max: number;
  reference: number | null;
  isPale?: boolean;
  /** Of the whisker, in pixels. */
  width?: number;
  /** In a table that a phone has no room for: the figure stands alone there. */
  isWide?: boolean;
  /** The figure, when it is a link. */
  children?: ReactNode;
}) {
  if (!rate || rate.value === null || rate.low === null || rate.high === null) {
    return <span className="text-ink-3">–</span>;
  }
  return (
    <span className="flex items-center gap-2.5" title={`n ${rate.n}`}>
      <span className="w-12 shrink-0 text-right font-medium">{children ?? formatRate(rate.value)}</span>
      {/* On a phone the columns stand below each other: one width keeps their figures in line. */}
      <span className={cn('flex', isWide ? 'max-sm:hidden' : 'max-md:min-w-25')}>
        <IntervalWhisker
          rate={rate.value}
          low={rate.low}
          high={rate.high}
          max={max}
          {...(reference === null ? {} : { reference })}
          pale={isPale || rate.n < fewestToTell}
          width={width}
        />
      </span>
    </span>
  );
}

/** The end of a scale that holds every interval that tells something: the next round share above the highest. */
export function scaleEnd(rates: readonly (Rate | null)[]): number {
  const known = rates.filter((rate) => rate !== null);
  const telling = known.filter((rate) => rate.n >= fewestToTell);
  const highest = Math.max(0, ...(telling.length > 0 ? telling : known).map((rate) => rate.high ?? 0));
  return Math.min(1, Math.max(0.02, Math.ceil(highest * 50 + 0.5) / 50));
}
