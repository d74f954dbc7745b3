import type { ChartSeries } from './chart-data.ts';
import { hatchStyle } from './hatch.tsx';

/** What each colour and pattern stands for, in the order of the chart. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3.5 gap-y-1 text-12 text-ink-2">
      {series.map((one) => (
        <li key={one.key} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 shrink-0 rounded-[2px]"
            style={one.hatched ? hatchStyle(one.colour) : { background: one.colour }}
          />
          {one.label}
        </li>
      ))}
    </ul>
  );
}
