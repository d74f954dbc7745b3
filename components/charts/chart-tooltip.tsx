import type { ChartDatum, ChartSeries } from './chart-data.ts';

type Hover = { active?: boolean; payload?: readonly { payload?: unknown }[] };

function isDatum(value: unknown): value is ChartDatum {
  return typeof value === 'object' && value !== null && 'values' in value && 'label' in value;
}

/** The numbers under the pointer. */
export function ChartTooltip({
  hover,
  series,
  format,
  total,
}: {
  hover: Hover;
  series: readonly ChartSeries[];
  format: (value: number) => string;
  /** Adds a sum for stacked charts. */
  total?: boolean;
}) {
  const datum = hover.payload?.[0]?.payload;
  if (!hover.active || !isDatum(datum)) return null;
  const sum = series.reduce((all, { key }) => all + (datum.values[key] ?? 0), 0);
  return (
    <div className="min-w-36 rounded-2 bg-raised px-2.5 py-1.5 text-12 text-ink shadow-pop">
      <p className="font-medium">{datum.label}</p>
      <dl>
        {series.map((one) => {
          const value = datum.values[one.key];
          return (
            <div key={one.key} className="flex items-center gap-1.5">
              <span aria-hidden className="size-2 rounded-[2px]" style={{ background: one.colour }} />
              <dt className="text-ink-2">{one.label}</dt>
              <dd className="ml-auto pl-3">
                {value === null || value === undefined ? 'unknown' : format(value)}
              </dd>
            </div>
          );
        })}
        {total && series.length > 1 && (
          <div className="mt-0.5 flex border-t border-line pt-0.5 font-medium">
            <dt>Together</dt>
            <dd className="ml-auto pl-3">{format(sum)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
