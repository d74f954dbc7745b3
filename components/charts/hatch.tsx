import type { CSSProperties } from 'react';
import type { ChartSeries } from './chart-data.ts';

/** Background of a plain bar that stands for something inferred: diagonal lines in the colour. */
export function hatchStyle(colour: string): CSSProperties {
  return {
    backgroundImage: `repeating-linear-gradient(135deg, ${colour} 0 1.5px, transparent 1.5px 4px)`,
    boxShadow: `inset 0 0 0 1px ${colour}`,
  };
}

/** The id of a series' pattern inside one chart. */
export function hatchId(chartId: string, seriesKey: string): string {
  return `${chartId}-hatch-${seriesKey}`.replaceAll(/[^\w-]/g, '_');
}

/** SVG patterns of the hatched series; place once inside the chart. */
export function HatchDefs({ chartId, series }: { chartId: string; series: readonly ChartSeries[] }) {
  return (
    <defs>
      {series
        .filter((one) => one.hatched)
        .map((one) => (
          <pattern
            key={one.key}
            id={hatchId(chartId, one.key)}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" x2="0" y1="0" y2="5" stroke={one.colour} strokeWidth="3" />
          </pattern>
        ))}
    </defs>
  );
}
