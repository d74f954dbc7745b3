'use client';
import {
  CartesianGrid,
  Line,
  LineChart as Lines,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { firstSize, gridLine, margin, tick } from './chart-axes.ts';
import type { ChartDatum, ChartSeries } from './chart-data.ts';
import { ChartTooltip } from './chart-tooltip.tsx';

/** Lines over time; a `hatched` series (inferred, expected) is dashed. Gaps stay gaps. */
export function LineChart({
  summary,
  data,
  series,
  format,
  axisFormat = format,
  height = 280,
}: {
  summary: string;
  data: readonly ChartDatum[];
  series: readonly ChartSeries[];
  format: (value: number) => string;
  axisFormat?: (value: number) => string;
  height?: number;
}) {
  return (
    <div role="img" aria-label={summary} style={{ height }} className="w-full">
      <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
        <Lines data={[...data]} margin={margin} accessibilityLayer={false}>
          <CartesianGrid {...gridLine} />
          <XAxis
            dataKey="label"
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            interval="preserveStartEnd"
          />
          <YAxis tick={tick} tickLine={false} axisLine={false} tickFormatter={axisFormat} width="auto" />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--chart-axis)' }}
            content={(hover) => <ChartTooltip hover={hover} series={series} format={format} />}
          />
          {series.map((one) => (
            <Line
              key={one.key}
              name={one.label}
              dataKey={(datum: ChartDatum) => datum.values[one.key] ?? null}
              stroke={one.colour}
              strokeWidth={1.5}
              strokeDasharray={one.hatched ? '4 3' : undefined}
              dot={data.length <= 24 ? { r: 2, fill: one.colour, strokeWidth: 0 } : false}
              activeDot={{ r: 3.5, strokeWidth: 0 }}
              isAnimationActive={false}
              connectNulls={false}
            />
          ))}
        </Lines>
      </ResponsiveContainer>
    </div>
  );
}
