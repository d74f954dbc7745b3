'use client';
import { fewestToTell } from '#lib/metrics/compare-rates.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultRow } from '#lib/metrics/result-rows.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { cn } from '../ui/cn.ts';
import { groupColours, groupId } from './colours.ts';
import { FigureLink } from './figure-link.tsx';
import { groupName } from './group-name.ts';
import { MetricName } from './metric-name.tsx';
import { asOfWords, filterWords } from './words.ts';

/** How long won deals took: the middle half as a bar, the median as a mark, all on one scale and in the table’s order. */
export function CycleCard({ data, rows }: { data: Performance; rows: readonly ResultRow[] }) {
  const colourOf = groupColours(data);
  const { total } = data.byGroup;
  const groups = rows.map(({ group }) => group).filter((group) => group.cycleDays.median !== null);
  const longest = Math.max(1, ...groups.map((group) => group.cycleDays.p75 ?? 0));
  const end = Math.ceil(longest / 30) * 30;
  const share = (days: number | null) => `${((days ?? 0) / end) * 100}%`;
  return (
    <ChartCard
      question="How long does a won deal take?"
      facts={`${formatNumber(total.cycleDays.n)} won deals with both dates · ${asOfWords(data)}`}
      filters={filterWords(data)}
      table={{
        columns: [
          { label: 'Group' },
          { label: 'Deals', numeric: true },
          { label: 'Quarter within (days)', numeric: true },
          { label: 'Median (days)', numeric: true },
          { label: 'Three quarters within (days)', numeric: true },
          { label: 'Mean (days)', numeric: true },
        ],
        rows: groups.map((group) => ({
          key: groupId(group, data.filters.groupBy) ?? 'none',
          cells: [
            groupName(data, group),
            group.cycleDays.n,
            group.cycleDays.p25,
            group.cycleDays.median,
            group.cycleDays.p75,
            group.cycleDays.mean,
          ],
        })),
      }}
      fileName="cycle"
      note={
        <>
          The bar is the middle half of the deals, the mark the median.{' '}
          <MetricName metric="cycleDays">How the days are counted</MetricName>
        </>
      }
      empty={
        groups.length === 0 ? (
          <p className="py-6 text-ink-2">No won deal of this period has both dates.</p>
        ) : undefined
      }
    >
      <table className="w-full table-fixed">
        <colgroup>
          <col className="w-56 max-sm:w-28" />
          <col />
          <col className="w-16" />
          <col className="w-14" />
        </colgroup>
        <thead className="text-12 text-ink-3">
          <tr>
            <th scope="col" className="pb-1 text-left font-normal">
              <span className="sr-only">Group</span>
            </th>
            <th scope="col" className="pb-1 font-normal">
              <span className="sr-only">Middle half</span>
              <span aria-hidden className="flex justify-between text-11">
                <span>0</span>
                <span>{formatNumber(end)} d</span>
              </span>
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              Median
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              Won
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { p25, median, p75, n } = group.cycleDays;
            const isPale = n < fewestToTell;
            const name = groupName(data, group);
            const id = groupId(group, data.filters.groupBy);
            return (
              <tr key={id ?? 'none'} className={cn('h-7', isPale && 'text-ink-3')}>
                <th scope="row" className="truncate pr-2 text-left font-medium" title={name}>
                  {name}
                </th>
                <td>
                  <span className="sr-only">{`middle half ${formatNumber(p25 ?? 0)} to ${formatNumber(p75 ?? 0)} days`}</span>
                  <span
                    aria-hidden
                    className="relative block h-3 border-b border-line"
                    style={isPale ? { opacity: 'var(--chart-pale)' } : undefined}
                  >
                    <span
                      className="absolute inset-y-0 rounded-[2px]"
                      style={{
                        left: share(p25),
                        width: `max(2px, calc(${share(p75)} - ${share(p25)}))`,
                        background: colourOf(id),
                        opacity: 0.55,
                      }}
                    />
                    <span
                      className="absolute -inset-y-0.5 w-0.5 bg-chart-ink"
                      style={{ left: share(median) }}
                    />
                  </span>
                </td>
                <td className="text-right font-medium">{formatNumber(median ?? 0)} d</td>
                <td className="text-right text-ink-2">
                  <FigureLink data={data} to={{ figure: 'won', key: group.key }} name={`${name}: won deals`}>
                    {formatNumber(n)}
                  </FigureLink>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ChartCard>
  );
}
