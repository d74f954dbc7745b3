'use client';
import type { ReactNode } from 'react';
import { type MetricKey, metricDefinitions } from '#lib/metrics/metric-definitions.ts';
import { Tooltip } from '../ui/tooltip.tsx';

/** A figure's name; its definition shows on hover and on focus, and is read out with it. */
export function MetricName({ metric, children }: { metric: MetricKey; children?: ReactNode }) {
  const { label, definition } = metricDefinitions[metric];
  return (
    <Tooltip content={<span className="leading-4">{definition}</span>}>
      <button
        type="button"
        className="cursor-help rounded-1 decoration-dotted underline-offset-2 hover:underline focus-visible:underline"
      >
        {children ?? label}
      </button>
    </Tooltip>
  );
}
