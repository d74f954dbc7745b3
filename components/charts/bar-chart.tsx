'use client';
import { useId } from 'react';
import {
  Bar,
  BarChart as Bars,
  CartesianGrid,
  LabelList,
  type LabelProps,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { firstSize, gridLine, margin, tick } from './chart-axes.ts';
import type { ChartDatum, ChartSeries } from './chart-data.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { HatchDefs, hatchId } from './hatch.tsx';

const RADIUS = 2;
const MOST_BAR_PX = 44;
const LETTER_PX = 6.2;
/** Of the place that a bar has, the part that it fills. */
const BAR_SHARE = 0.84;

type BarFace = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  fill?: string;
  payload?: ChartDatum;
};

/** One bar, pale when its datum is. */
function Face({ x = 0, y = 0, width = 0, height = 0, fill, payload }: BarFace) {
  if (!height || width <= 0) return null;
  return (
    <rect
      x={x}
      y={Math.min(y, y + height)}
      width={width}
      height={Math.abs(height)}
      rx={1}
      fill={fill}
      style={payload?.pale ? { opacity: 'var(--chart-pale)' } : undefined}
    />
  );
}

/** The sum above a bar, never broken into lines; left out where it would run into its neighbours. */
function Total({ x, y, width, value, words }: LabelProps & { words: (value: number) => string }) {
  if (value === undefined || value === null) return null;
  const text = words(Number(value));
  const isNarrow = Number(width) < MOST_BAR_PX && text.length * LETTER_PX > Number(width) / BAR_SHARE;
  if (isNarrow) return null;
  return (
    <text
      x={Number(x) + Number(width) / 2}
      y={Number(y) - 5}
      textAnchor="middle"
      fontSize={11}
      fill="var(--text-2)"
    >
      {text}
    </text>
  );
}

/**
 * Bars side by side or stacked. `summary` is what the picture says, for those who do not see it; clicks name the datum,
 * and the same records are linked from the card's table view.
 */
export function BarChart({
  summary,
  data,
  series,
  stacked = false,
  format,
  axisFormat = format,
  totals = false,
  reference,
  height = 280,
  onPick,
}: {
  summary: string;
  data: readonly ChartDatum[];
  series: readonly ChartSeries[];
  stacked?: boolean;
  format: (value: number) => string;
  axisFormat?: (value: number) => string;
  /** Writes each bar's (or stack's) sum above it. */
  totals?: boolean;
  /** A level to hold the bars against, with its name. */
  reference?: { value: number; label: string };
  height?: number;
  onPick?: (datumKey: string, seriesKey: string) => void;
}) {
  const id = useId();
  const sumOf = (datum: ChartDatum) => series.reduce((sum, { key }) => sum + (datum.values[key] ?? 0), 0);
  const domain: [number, (most: number) => number] | undefined = reference && [
    0,
    (most) => Math.max(most, reference.value) * 1.08,
  ];
  return (
    <div role="img" aria-label={summary} style={{ height }} className="w-full">
      <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
        <Bars data={[...data]} margin={margin} accessibilityLayer={false} barCategoryGap="16%" barGap={2}>
          <HatchDefs chartId={id} series={series} />
          <CartesianGrid {...gridLine} />
          <XAxis
            dataKey="label"
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            interval="preserveStartEnd"
          />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={axisFormat}
            width="auto"
            {...(domain ? { domain } : {})}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={(hover) => (
              <ChartTooltip hover={hover} series={series} format={format} total={stacked} />
            )}
          />
          {reference && (
            <ReferenceLine
              y={reference.value}
              stroke="var(--text)"
              strokeDasharray="5 3"
              label={{
                value: reference.label,
                position: 'insideTopLeft',
                fontSize: 11,
                fill: 'var(--text-2)',
              }}
            />
          )}
          {series.map((one, index) => (
            <Bar
              key={one.key}
              name={one.label}
              dataKey={(datum: ChartDatum) => datum.values[one.key] ?? null}
              stackId={stacked ? 'all' : undefined}
              fill={one.hatched ? `url(#${hatchId(id, one.key)})` : one.colour}
              stroke={stacked ? 'var(--panel)' : undefined}
              radius={RADIUS}
              maxBarSize={MOST_BAR_PX}
              isAnimationActive={false}
              shape={Face}
              className={onPick && 'cursor-pointer'}
              onClick={(_, at) => {
                const datum = data[at];
                if (datum) onPick?.(datum.key, one.key);
              }}
            >
              {totals && (!stacked || index === series.length - 1) && (
                <LabelList
                  dataKey={(datum) => {
                    const shown = datum as ChartDatum;
                    return stacked ? sumOf(shown) : (shown.values[one.key] ?? undefined);
                  }}
                  content={(props) => <Total {...props} words={axisFormat} />}
                />
              )}
            </Bar>
          ))}
        </Bars>
      </ResponsiveContainer>
    </div>
  );
}
