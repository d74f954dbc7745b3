'use client';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { cn } from './cn.ts';
import {
  binEdges,
  type HistogramBin,
  type HistogramRange,
  positionOf,
  snapTo,
  stepEdge,
} from './histogram-scale.ts';

const HEIGHT = 56;
const CROWDED = 0.1;
type Side = 'min' | 'max';

/** Bars with a range on them: drag over the bars, drag a handle, or move a handle with the arrow keys. */
export function HistogramBrush({
  label,
  bins,
  value,
  onValueChange,
  onValueCommit,
  format = formatNumber,
  stale,
  className,
}: {
  /** What is measured: "Employees". */
  label: string;
  bins: readonly HistogramBin[];
  value: HistogramRange;
  /** During a drag. */
  onValueChange: (range: HistogramRange) => void;
  /** After a drag or a key. */
  onValueCommit?: (range: HistogramRange) => void;
  format?: (value: number) => string;
  stale?: boolean;
  className?: string;
}) {
  const area = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<number | null>(null);
  const edges = binEdges(bins);
  const low = edges[0] ?? 0;
  const high = edges.at(-1) ?? 1;
  const min = value.min ?? low;
  const max = value.max ?? high;
  const left = positionOf(min, edges);
  const right = positionOf(max, edges);
  const most = Math.max(1, ...bins.map((bin) => bin.count));

  function change(next: HistogramRange, commit: boolean): void {
    onValueChange(next);
    if (commit) onValueCommit?.(next);
  }

  function place(event: PointerEvent): number {
    const box = area.current?.getBoundingClientRect();
    return box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
  }

  function rangeOf(a: number, b: number): HistogramRange {
    const start = snapTo(Math.min(a, b), edges);
    const end = snapTo(Math.max(a, b), edges);
    return { min: start <= low ? null : start, max: end >= high ? null : end };
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0 || edges.length < 2) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = place(event);
    const nearMin = Math.abs(at - left) < 0.03;
    const nearMax = Math.abs(at - right) < 0.03;
    setFrom(nearMax ? left : nearMin ? right : at);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (from !== null) change(rangeOf(from, place(event)), false);
  }

  function onPointerUp(event: PointerEvent<HTMLDivElement>): void {
    if (from === null) return;
    setFrom(null);
    change(rangeOf(from, place(event)), true);
  }

  function onKeyDown(event: KeyboardEvent, side: Side): void {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 5,
      PageDown: -5,
      Home: -edges.length,
      End: edges.length,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const moved = stepEdge(side === 'min' ? min : max, by, edges);
    if (side === 'min') {
      const start = Math.min(moved, max);
      change({ ...value, min: start <= low ? null : start }, true);
    } else {
      const end = Math.max(moved, min);
      change({ ...value, max: end >= high ? null : end }, true);
    }
  }

  const chosen = [value.min, value.max].filter((limit) => limit !== null);
  const chosenAt = chosen.map((limit) => positionOf(limit, edges));
  const [firstAt, lastAt] = chosenAt;
  // Two limits that stand close are written away from each other, so that neither covers the other.
  const isTight = firstAt !== undefined && lastAt !== undefined && lastAt - firstAt < CROWDED * 1.2;
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .filter((share) => chosenAt.every((at) => Math.abs(at - share) > CROWDED))
    .map((share) => snapTo(share, edges));
  return (
    <div role="group" aria-label={label} className={cn('select-none', className)}>
      <div
        ref={area}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        className="relative touch-none border-b border-(--chart-axis)"
        style={{ height: HEIGHT }}
      >
        <div
          className="absolute inset-y-0 bg-accent-soft"
          style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
        />
        <div className={cn('absolute inset-0 flex items-end gap-px', stale && 'is-stale')} aria-hidden>
          {bins.map((bin) => {
            const inside = bin.from >= min && bin.to <= max;
            return (
              <div
                key={bin.from}
                title={`${format(bin.from)} to ${format(bin.to)}: ${formatNumber(bin.count)}`}
                className={cn('min-w-0 flex-1 rounded-t-[1px]', inside ? 'bg-accent' : 'bg-n-300')}
                style={{ height: bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * (HEIGHT - 6)) }}
              />
            );
          })}
        </div>
        {(['min', 'max'] as const).map((side) => {
          const now = side === 'min' ? min : max;
          return (
            <div
              key={side}
              role="slider"
              tabIndex={0}
              aria-label={`${label}, ${side === 'min' ? 'from' : 'to'}`}
              aria-valuemin={low}
              aria-valuemax={high}
              aria-valuenow={now}
              aria-valuetext={
                value[side] === null ? `no ${side === 'min' ? 'lower' : 'upper'} limit` : format(now)
              }
              onKeyDown={(event) => onKeyDown(event, side)}
              style={{ left: `${(side === 'min' ? left : right) * 100}%` }}
              className="absolute inset-y-0 -ml-1.5 w-3 cursor-ew-resize before:absolute before:inset-y-0 before:left-[5px] before:w-[1.5px] before:bg-accent after:absolute after:top-5 after:left-[2px] after:h-4 after:w-[7px] after:rounded-full after:border-[1.5px] after:border-accent after:bg-panel"
            />
          );
        })}
      </div>
      <div className="relative mt-1 h-4 text-11 text-ink-3" aria-hidden>
        {[...new Set([...ticks, ...chosen])].map((tick) => {
          const at = positionOf(tick, edges);
          return (
            <span
              key={tick}
              className={cn(
                'absolute whitespace-nowrap',
                chosen.includes(tick) && 'font-medium text-accent-ink',
              )}
              style={{
                left: `${at * 100}%`,
                transform: `translateX(${labelShift(at, isTight ? chosen.indexOf(tick) : -1)})`,
              }}
            >
              {format(tick)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** How far a label stands left of its place: inside the ends, and away from the other of two close limits. */
function labelShift(at: number, sideOfTwo: number): string {
  if (at === 0) return '0%';
  if (at === 1) return '-100%';
  if (sideOfTwo === 0) return 'calc(-100% + 4px)';
  return sideOfTwo === 1 ? '-4px' : '-50%';
}
