const WIDTH = 50;
const HEIGHT = 18;
const INSET = 2.5;

/**
 * A 50 × 18 line with its last point marked. `ceiling` is the top of the scale for all lines of a column, so that
 * 1 never looks like 9; the floor is zero.
 */
export function Sparkline({
  values,
  ceiling,
  label,
}: {
  values: readonly number[];
  ceiling: number;
  /** What it says in words, e.g. "12 touches in 8 weeks". */
  label: string;
}) {
  const top = Math.max(ceiling, 1e-9);
  const step = values.length > 1 ? (WIDTH - 2 * INSET) / (values.length - 1) : 0;
  const points = values.map((value, index) => ({
    x: INSET + index * step,
    y: HEIGHT - INSET - (Math.max(0, Math.min(value, top)) / top) * (HEIGHT - 2 * INSET),
  }));
  const last = points.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline
        points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--chart-ink)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last && <circle cx={last.x} cy={last.y} r="2" fill="var(--chart-ink)" />}
    </svg>
  );
}
