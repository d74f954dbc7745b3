'use client';
import { fewestToTell } from '#lib/metrics/compare-rates.ts';
import type { MetricKey } from '#lib/metrics/metric-definitions.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import { performanceGroups } from '#lib/metrics/performance-filters.ts';
import { restRates } from '#lib/metrics/result-rows.ts';
import type { RecordFigure } from '#lib/metrics/results.ts';
import { formatCount, formatNumber, formatRate } from '#lib/shared/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { cn } from '../ui/cn.ts';
import { groupId } from './colours.ts';
import { FigureLink } from './figure-link.tsx';
import { groupName } from './group-name.ts';
import { MetricName } from './metric-name.tsx';
import { RateCell, scaleEnd } from './rate-cell.tsx';
import { asOfWords, periodWords } from './words.ts';
import { TableScroll } from '../ui/table-scroll.tsx';

const rates = [
  { id: 'replyRate', metric: 'replyRate', label: 'Reply', figure: 'replied' },
  {
    id: 'positiveReplyRate',
    metric: 'positiveReplyRate',
    label: 'Positive reply',
    figure: 'repliedPositively',
  },
  { id: 'meetingRate', metric: 'meetingRate', label: 'Meeting', figure: 'met' },
] as const satisfies readonly {
  id: 'replyRate' | 'positiveReplyRate' | 'meetingRate';
  metric: MetricKey;
  label: string;
  figure: RecordFigure;
}[];

function isWithoutTouches(group: { touched: number | null }): boolean {
  return group.touched === null;
}

/** Who answers: replies, positive replies and meetings of the accounts first touched in the period. */
export function AnswersCard({ data }: { data: Performance }) {
  const { total } = data.byGroup;
  const groups = data.byGroup.groups.filter((group) => (group.touched ?? 0) > 0);
  const rest = restRates(data.byGroup, data.filters.groupBy);
  const reference = { ...rest, positiveReplyRate: null };
  const isMonthly = data.filters.groupBy === 'month';
  const lines = isMonthly
    ? groups
    : [...groups].sort((a, b) => (b.replyRate?.value ?? 0) - (a.replyRate?.value ?? 0));
  // Deals can be told apart by source or product, the accounts that were touched cannot.
  const isAboutDeals = data.byGroup.groups.length > 0 && data.byGroup.groups.every(isWithoutTouches);
  return (
    <ChartCard
      question="Who answers?"
      facts={
        isAboutDeals
          ? asOfWords(data)
          : `${formatCount(total.touched ?? 0, 'account')} first touched · ${asOfWords(data)}`
      }
      filters={`First touched ${periodWords(data.frame.from, data.frame.to)} · filters on deals do not change it`}
      table={{
        columns: [
          { label: 'Group' },
          { label: 'Touched', numeric: true },
          ...rates.flatMap(({ label }) => [
            { label: `${label} rate`, numeric: true },
            { label: `${label} rate, low`, numeric: true },
            { label: `${label} rate, high`, numeric: true },
          ]),
        ],
        rows: lines.map((group) => ({
          key: groupId(group, data.filters.groupBy) ?? 'none',
          cells: [
            groupName(data, group),
            group.touched,
            ...rates.flatMap(({ id }) => [
              group[id]?.value ?? null,
              group[id]?.low ?? null,
              group[id]?.high ?? null,
            ]),
          ],
          shown: [
            groupName(data, group),
            formatNumber(group.touched ?? 0),
            ...rates.flatMap(({ id }) =>
              [group[id]?.value, group[id]?.low, group[id]?.high].map((value) =>
                typeof value === 'number' ? formatRate(value) : 'unknown',
              ),
            ),
          ],
        })),
      }}
      fileName="answers"
      note="Whiskers are 95 % intervals; rates of fewer than 10 accounts are pale."
      empty={
        groups.length === 0 ? (
          <p className="py-6 text-ink-2">
            {isAboutDeals
              ? `Touches are known by account, not by ${performanceGroups[data.filters.groupBy].toLowerCase()}. Group by segment, tier, territory or rep to see who answers.`
              : 'No account was first touched in this period.'}
          </p>
        ) : undefined
      }
    >
      <TableScroll label="Answers">
        <table className="w-full">
          <thead className="text-12 text-ink-3">
            <tr>
              <th scope="col" className="pb-1 text-left font-normal">
                <span className="sr-only">Group</span>
              </th>
              <th scope="col" className="pb-1 text-right font-normal">
                <MetricName metric="touched" />
              </th>
              {rates.map(({ id, metric, label }) => (
                <th
                  key={id}
                  scope="col"
                  className="pb-1 pl-3 text-left font-normal max-sm:pl-1 max-sm:text-right"
                >
                  <MetricName metric={metric}>{label}</MetricName>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((group) => {
              const name = groupName(data, group);
              const isPale = (group.touched ?? 0) < fewestToTell;
              return (
                <tr
                  key={groupId(group, data.filters.groupBy) ?? 'none'}
                  className={cn('h-8', isPale && 'text-ink-3')}
                >
                  <th
                    scope="row"
                    className="max-w-52 truncate max-sm:max-w-28 pr-2 text-left font-medium"
                    title={name}
                  >
                    {name}
                  </th>
                  <td className="text-right">
                    <FigureLink
                      data={data}
                      to={{ figure: 'touched', key: group.key }}
                      name={`${name}: touched`}
                    >
                      {formatNumber(group.touched ?? 0)}
                    </FigureLink>
                  </td>
                  {rates.map(({ id, figure, label }) => (
                    <td key={id} className="pl-3 max-sm:pl-1">
                      <RateCell
                        rate={group[id]}
                        max={scaleEnd(groups.map((one) => one[id]))}
                        reference={reference[id]?.value ?? null}
                        isPale={isPale}
                        width={60}
                        isWide
                      >
                        <FigureLink data={data} to={{ figure, key: group.key }} name={`${name}: ${label}`}>
                          {formatRate(group[id]?.value ?? 0)}
                        </FigureLink>
                      </RateCell>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </ChartCard>
  );
}
