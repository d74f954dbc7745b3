import { formatRate } from '#lib/shared/format.ts';

const WIDTH = 132;
const HEIGHT = 24;
const INSET = 6;

/**
 * A share of target (1 = on target) on a scale: the tolerance band as an area with dashed edges, the target as a line,
 * hollow dot before, filled dot after, caution when the filled one is out of the band.
 */
export function BalanceBar({
  before,
  after,
  tolerance = 0.1,
  min = 0.5,
  max = 1.5,
  width = WIDTH,
}: {
  before?: number;
  after: number;
  /** Half width of the band, e.g. 0.1 for ±10 %. */
  tolerance?: number;
  min?: number;
  max?: number;
  width?: number;
}) {
  const x = (value: number) =>
    INSET + ((Math.max(min, Math.min(value, max)) - min) / (max - min)) * (width - 2 * INSET);
  const middle = HEIGHT / 2;
  const outside = after < 1 - tolerance || after > 1 + tolerance;
  const words =
    before === undefined
      ? `${formatRate(after, { digits: 0 })} of target`
      : `${formatRate(after, { digits: 0 })} of target, before ${formatRate(before, { digits: 0 })}`;
  const edges = [1 - tolerance, 1 + tolerance];
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={words}>
      <title>{outside ? `${words}, out of the band` : words}</title>
      <rect
        x={x(1 - tolerance)}
        width={x(1 + tolerance) - x(1 - tolerance)}
        y="0"
        height={HEIGHT}
        fill="var(--chart-band)"
      />
      {edges.map((edge) => (
        <line
          key={edge}
          x1={x(edge)}
          x2={x(edge)}
          y1="0"
          y2={HEIGHT}
          stroke="var(--chart-band-line)"
          strokeDasharray="2 2"
        />
      ))}
      <line x1={x(1)} x2={x(1)} y1="0" y2={HEIGHT} stroke="var(--chart-band-line)" />
      {before !== undefined && (
        <>
          <line
            x1={x(before)}
            x2={x(after)}
            y1={middle}
            y2={middle}
            stroke="var(--n-400)"
            strokeWidth="1.5"
          />
          <circle
            cx={x(before)}
            cy={middle}
            r="3"
            fill="var(--panel)"
            stroke="var(--n-500)"
            strokeWidth="1.5"
          />
        </>
      )}
      <circle cx={x(after)} cy={middle} r="4" fill={outside ? 'var(--caution)' : 'var(--chart-ink)'} />
    </svg>
  );
}

/** A load against its capacity: a bar and a tick where the capacity is; caution above it. */
export function LoadBar({ load, capacity, width = 40 }: { load: number; capacity: number; width?: number }) {
  const top = Math.max(load, capacity, 1e-9) * 1.02;
  const over = load > capacity;
  return (
    <svg width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden>
      <rect
        x="0"
        y="2"
        width={(load / top) * width}
        height="8"
        rx="2"
        fill={over ? 'var(--caution)' : 'var(--chart-fill)'}
      />
      <rect
        x={Math.min(width - 2, (capacity / top) * width)}
        y="0"
        width="2"
        height="12"
        fill="var(--chart-ink)"
      />
    </svg>
  );
}
