'use client';
import type { Figures } from '#lib/metrics/figures.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { Track } from '../ui/track.tsx';
import { groupId } from './colours.ts';
import { FigureLink } from './figure-link.tsx';
import { groupName } from './group-name.ts';
import { MetricName } from './metric-name.tsx';
import { asOfWords, filterWords } from './words.ts';
import { TableScroll } from '../ui/table-scroll.tsx';

const head = 'pb-1 pl-2.5 text-right font-normal whitespace-nowrap';
const cell = 'pl-2.5 text-right whitespace-nowrap';

/** Money a day that the pipeline is worth, with the four parts it is made of. */
export function VelocityCard({ data }: { data: Performance }) {
  const groups = data.byGroup.groups
    .filter((group) => group.velocityPerDay !== null)
    .sort((a, b) => (b.velocityPerDay ?? 0) - (a.velocityPerDay ?? 0));
  const fastest = Math.max(1, ...groups.map((group) => group.velocityPerDay ?? 0));
  const { total } = data.byGroup;
  const money = (value: number) => formatMoney(value, data.currency, { compact: true });
  return (
    <ChartCard
      question="How fast does pipeline turn into money?"
      facts={
        total.velocityPerDay === null
          ? asOfWords(data)
          : `${money(total.velocityPerDay)} a day in all · ${asOfWords(data)}`
      }
      filters={filterWords(data)}
      table={{
        columns: [
          { label: 'Group' },
          ...['Open deals', 'Win rate', 'Mean won amount', 'Mean cycle (days)', 'Velocity a day'].map(
            (label) => ({
              label,
              numeric: true,
            }),
          ),
          { label: 'Median won amount', numeric: true },
          { label: 'Median cycle (days)', numeric: true },
        ],
        rows: groups.map((group) => ({
          key: groupId(group, data.filters.groupBy) ?? 'none',
          cells: [groupName(data, group), ...partsOf(group), group.amount.median, group.cycleDays.median],
        })),
      }}
      fileName="velocity"
      note={<MetricName metric="velocityPerDay">How it is worked out</MetricName>}
      empty={
        groups.length === 0 ? (
          <p className="py-6 text-ink-2">
            {data.filters.groupBy === 'month'
              ? 'Velocity is about what is open now, so months of closing have none.'
              : 'Velocity needs open deals, closed deals, amounts and both dates; no group here has them all.'}
          </p>
        ) : undefined
      }
    >
      <TableScroll label="Velocity">
        <table className="w-full">
          <thead className="text-12 text-ink-3">
            <tr>
              <th scope="col" className="pb-1 text-left font-normal">
                <span className="sr-only">Group</span>
              </th>
              <th scope="col" className={head}>
                Open
              </th>
              <th scope="col" className={`${head} max-sm:hidden`}>
                × Win rate
              </th>
              <th scope="col" className={`${head} max-sm:hidden`}>
                × Mean amount
              </th>
              <th scope="col" className={`${head} max-sm:hidden`}>
                ÷ Mean cycle
              </th>
              <th scope="col" className={head} colSpan={2}>
                = a day
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => {
              const name = groupName(data, group);
              const median = `median ${money(group.amount.median ?? 0)}`;
              const medianDays = `median ${formatNumber(group.cycleDays.median ?? 0)} d`;
              return (
                <tr key={groupId(group, data.filters.groupBy) ?? 'none'} className="h-8">
                  <th scope="row" className="w-full max-w-0 truncate pr-2 text-left font-medium" title={name}>
                    {name}
                  </th>
                  <td className={cell}>
                    <FigureLink
                      data={data}
                      to={{ figure: 'open', key: group.key }}
                      name={`${name}: open deals`}
                    >
                      {formatNumber(group.open ?? 0)}
                    </FigureLink>
                  </td>
                  <td className={`${cell} max-sm:hidden`}>{formatRate(group.winRate?.value ?? 0)}</td>
                  <td className={`${cell} max-sm:hidden`} title={median}>
                    {money(group.amount.mean ?? 0)}
                  </td>
                  <td className={`${cell} max-sm:hidden`} title={medianDays}>
                    {formatNumber(group.cycleDays.mean ?? 0)} d
                  </td>
                  <td className={`${cell} font-medium`}>{money(group.velocityPerDay ?? 0)}</td>
                  <td className="pl-2.5 max-sm:hidden">
                    <Track share={(group.velocityPerDay ?? 0) / fastest} className="w-12" />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </ChartCard>
  );
}

/** The parts in the order of the formula, as numbers for a file. */
function partsOf(group: Figures & Pick<ResultGroup, 'key'>): (number | null)[] {
  return [
    group.open,
    group.winRate?.value ?? null,
    group.amount.mean,
    group.cycleDays.mean,
    group.velocityPerDay,
  ];
}
