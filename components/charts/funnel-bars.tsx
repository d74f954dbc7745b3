import { formatNumber, formatRate } from '#lib/shared/format.ts';
import { AppLink } from '../ui/app-link.tsx';
import { cn } from '../ui/cn.ts';
import type { ChartSeries } from './chart-data.ts';
import { hatchStyle } from './hatch.tsx';

export type FunnelStage = {
  key: string;
  label: string;
  /** Per series: how many reached the stage, how many of them only by inference from a later one. */
  reached: Record<string, { count: number; inferred?: number; href?: string }>;
};

/** How far deals came: a bar per stage and series against the first stage, the inferred part hatched. */
export function FunnelBars({
  stages,
  series,
  countLabel = 'Deals',
}: {
  stages: readonly FunnelStage[];
  series: readonly ChartSeries[];
  countLabel?: string;
}) {
  const start = (key: string) => stages[0]?.reached[key]?.count ?? 0;
  return (
    <table className="w-full table-fixed border-separate border-spacing-0">
      <colgroup>
        <col className="w-24 max-sm:w-20" />
        <col />
        <col className="w-16" />
        <col className="w-16" />
      </colgroup>
      <thead className="text-12 text-ink-3">
        <tr>
          <th scope="col" className="pb-2">
            <span className="sr-only">Stage</span>
          </th>
          <th scope="col">
            <span className="sr-only">Share</span>
          </th>
          <th scope="col" className="pb-2 text-right">
            {countLabel}
          </th>
          <th scope="col" className="pb-2 text-right">
            Of all
          </th>
        </tr>
      </thead>
      {stages.map((stage) => (
        <tbody key={stage.key}>
          {series.map((one, index) => {
            const cell = stage.reached[one.key] ?? { count: 0 };
            const all = start(one.key);
            const inferred = cell.inferred ?? 0;
            const percent = (count: number) => (all === 0 ? 0 : (count / all) * 100);
            const last = index === series.length - 1;
            return (
              <tr key={one.key} className={cn('h-6', index > 0 && 'text-ink-2')}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={series.length} className="truncate pr-2 pb-3 font-medium">
                    {stage.label}
                  </th>
                )}
                <td className={cn(last && 'pb-3')}>
                  <span className="sr-only">{one.label}</span>
                  <span aria-hidden className="flex h-3.5">
                    <span
                      className="rounded-l-[2px]"
                      style={{ width: `${percent(cell.count - inferred)}%`, background: one.colour }}
                    />
                    <span
                      style={{
                        width: `${percent(inferred)}%`,
                        ...(inferred > 0 ? hatchStyle(one.colour) : {}),
                      }}
                    />
                  </span>
                </td>
                <td className={cn('text-right', index === 0 && 'font-semibold', last && 'pb-3')}>
                  {cell.href ? (
                    <AppLink
                      href={cell.href}
                      className="inline-flex min-h-6 min-w-6 items-center justify-end rounded-1 hover:underline"
                    >
                      {formatNumber(cell.count)}
                    </AppLink>
                  ) : (
                    formatNumber(cell.count)
                  )}
                </td>
                <td className={cn('text-right', last && 'pb-3')}>
                  {all === 0 ? '–' : formatRate(cell.count / all, { digits: 0 })}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
