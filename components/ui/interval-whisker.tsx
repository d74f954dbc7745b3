import { formatRate } from '#lib/shared/format.ts';

const HEIGHT = 20;
const INSET = 5;

/**
 * A rate 0–1 with its 95 % interval as a capped line; the dotted line is what it is compared with. All whiskers of a
 * column share `max`. `pale` when n is too small to tell.
 */
export function IntervalWhisker({
  rate,
  low,
  high,
  max,
  reference,
  pale,
  width = 116,
  format = formatRate,
}: {
  rate: number;
  low: number;
  high: number;
  /** Right end of the scale; the left is zero. */
  max: number;
  reference?: number;
  pale?: boolean;
  /** Pixels. */
  width?: number;
  format?: (value: number) => string;
}) {
  const x = (value: number) => INSET + (Math.max(0, Math.min(value, max)) / max) * (width - 2 * INSET);
  const middle = HEIGHT / 2;
  const words = `${format(rate)}, likely between ${format(low)} and ${format(high)}`;
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={words}
      style={pale ? { opacity: 'var(--chart-pale)' } : undefined}
    >
      <title>{words}</title>
      {reference !== undefined && (
        <line
          x1={x(reference)}
          x2={x(reference)}
          y1="1"
          y2={HEIGHT - 1}
          stroke="var(--text-3)"
          strokeDasharray="2 2"
        />
      )}
      <g stroke="var(--chart-ink)" strokeWidth="1.5">
        <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} />
        <line x1={x(low)} x2={x(low)} y1={middle - 3} y2={middle + 3} />
        <line x1={x(high)} x2={x(high)} y1={middle - 3} y2={middle + 3} />
      </g>
      <circle cx={x(rate)} cy={middle} r="3.5" fill="var(--chart-ink)" />
    </svg>
  );
}
